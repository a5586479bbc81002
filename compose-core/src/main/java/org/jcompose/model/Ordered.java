package org.jcompose.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Immutable copies of maps, in the order of their keys; unlike {@link Map#copyOf} they may hold
 * null values.
 */
final class Ordered {

  private Ordered() {}

  static <V extends @Nullable Object> Map<String, V> copy(Map<String, V> map) {
    return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(map));
  }
}
