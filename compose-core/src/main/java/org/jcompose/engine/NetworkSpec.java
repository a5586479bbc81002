package org.jcompose.engine;

import java.util.Map;
import org.jcompose.model.Network;

/**
 * A network to create.
 *
 * @param network under {@link Network#name}
 * @param labels all of them, the network's own included
 */
public record NetworkSpec(Network network, Map<String, String> labels) {
  public NetworkSpec {
    labels = Map.copyOf(labels);
  }
}
