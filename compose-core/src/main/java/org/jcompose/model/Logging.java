package org.jcompose.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the engine puts what containers print (Compose Specification, "logging").
 *
 * @param driver null: the engine's default
 */
public record Logging(@Nullable String driver, Map<String, String> options) {
  public Logging {
    options = Ordered.copy(options);
  }
}
