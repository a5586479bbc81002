package org.jcompose.engine;

import java.util.Map;
import org.jcompose.model.Volume;

/**
 * A volume to create.
 *
 * @param volume under {@link Volume#name}
 * @param labels all of them, the volume's own included
 */
public record VolumeSpec(Volume volume, Map<String, String> labels) {
  public VolumeSpec {
    labels = Map.copyOf(labels);
  }
}
