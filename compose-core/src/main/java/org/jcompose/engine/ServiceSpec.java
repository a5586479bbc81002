package org.jcompose.engine;

import java.util.List;
import java.util.Map;
import org.jcompose.model.Mount;
import org.jcompose.model.NetworkUse;
import org.jcompose.model.Service;

/**
 * A service to hand to an {@link Orchestrator}, with every reference to another resource resolved
 * to that resource's name at the engine.
 *
 * @param name at the engine: {@code <project>_<service>}
 * @param labels of the service and of each of its containers
 */
public record ServiceSpec(
    String project,
    Service service,
    String name,
    Map<String, String> labels,
    Map<String, NetworkUse> networks,
    List<Mount> mounts) {

  public ServiceSpec {
    labels = Map.copyOf(labels);
    networks = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(networks));
    mounts = List.copyOf(mounts);
  }
}
