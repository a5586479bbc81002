package org.jcompose.load;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The variables that a project's files may use: those of the process's environment, then those of
 * its environment files.
 */
record Variables(Map<String, String> environment, Map<String, String> fromFiles) {

  Variables {
    environment = Map.copyOf(environment);
    fromFiles = Collections.unmodifiableMap(new LinkedHashMap<>(fromFiles));
  }

  @Nullable String get(String name) {
    String value = environment.get(name);
    return value != null ? value : fromFiles.get(name);
  }

  /** Like {@link #get}, but what is empty counts as not set. */
  @Nullable String nonEmpty(String name) {
    String value = get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /** These variables with one more, which overrides the others. */
  Variables with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(environment);
    more.put(name, value);
    return new Variables(more, fromFiles);
  }
}
