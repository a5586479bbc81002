package org.jcompose.load;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

  /** Those that a request begins with: its environment, in which a shell's {@code PWD} is set. */
  static Variables of(LoadRequest request) {
    Map<String, String> environment = new LinkedHashMap<>(request.environment());
    environment.putIfAbsent("PWD", request.workingDirectory().toString());
    return new Variables(environment, Map.of());
  }

  @Nullable String get(String name) {
    String value = environment.get(name);
    return value != null ? value : fromFiles.get(name);
  }

  /** The names of all of them. */
  Set<String> names() {
    Set<String> names = new TreeSet<>(environment.keySet());
    names.addAll(fromFiles.keySet());
    return names;
  }

  /** What to remember of a value that uses a variable. */
  Provenance.Use use(String name) {
    return new Provenance.Use(name, get(name), environment.containsKey(name));
  }

  /** All of them. */
  Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>(fromFiles);
    all.putAll(environment);
    return all;
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
