package org.jcompose.canonical;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcompose.yaml.YamlWriter;
import org.jspecify.annotations.Nullable;

/** Builds a map in the order of its entries, leaving out what is absent. */
final class Tree {

  private final Fields entries = new Fields();

  /** Entries in an order of their own, unlike those of names that users chose. */
  static class Fields extends LinkedHashMap<String, @Nullable Object> {
    private static final long serialVersionUID = 1L;

    /** Adds entries under names that users chose, in the order of YAML's keys. */
    final void putSorted(Map<String, ?> others) {
      others.entrySet().stream()
          .sorted(Map.Entry.comparingByKey(YamlWriter.KEY_ORDER))
          .forEach(entry -> put(entry.getKey(), entry.getValue()));
    }
  }

  /** The entries of a structure that is left out of YAML if it says nothing. */
  static final class Struct extends Fields {
    private static final long serialVersionUID = 1L;
  }

  /** Adds an entry, unless the value is null, false, 0 or empty. */
  Tree put(String key, @Nullable Object value) {
    boolean absent =
        value == null
            || value.equals("")
            || value.equals(false)
            || value.equals(0)
            || value.equals(0L)
            || value.equals(0f)
            || (value instanceof Collection<?> list && list.isEmpty())
            || (value instanceof Map<?, ?> map && map.isEmpty());
    return absent ? this : keep(key, value);
  }

  /** Adds an entry, whatever its value. */
  Tree keep(String key, @Nullable Object value) {
    entries.put(key, value);
    return this;
  }

  /**
   * Adds a structure that Docker Compose does not leave out in JSON if it says nothing, though it
   * does in YAML.
   */
  Tree struct(String key, Tree struct) {
    Struct entries = new Struct();
    entries.putAll(struct.build());
    return keep(key, entries);
  }

  /** Adds a command, for which null and an empty one are different; YAML leaves out null. */
  Tree command(String key, @Nullable List<String> words, Dialect dialect) {
    return words == null && dialect == Dialect.YAML ? this : keep(key, words);
  }

  /** Adds an entry, unless the value is null. */
  Tree present(String key, @Nullable Object value) {
    return value == null ? this : keep(key, value);
  }

  /** Adds entries under names that users chose, in the order of YAML's keys. */
  Tree putAll(Map<String, ?> others) {
    entries.putSorted(others);
    return this;
  }

  Fields build() {
    return entries;
  }
}
