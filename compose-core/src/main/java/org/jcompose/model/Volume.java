package org.jcompose.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A top-level volume (Compose Specification, "Volumes").
 *
 * @param key its name within the file
 * @param name its name at the engine: {@code <project>_<key>} unless the file says otherwise
 * @param external whether someone else makes and removes it
 * @param driver null: the engine's default
 */
public record Volume(
    String key,
    String name,
    boolean external,
    @Nullable String driver,
    Map<String, String> driverOpts,
    Map<String, String> labels) {

  public Volume {
    driverOpts = Ordered.copy(driverOpts);
    labels = Ordered.copy(labels);
  }

  /** A volume of the engine's default kind. */
  public static Volume of(String key, String name) {
    return new Volume(key, name, false, null, Map.of(), Map.of());
  }
}
