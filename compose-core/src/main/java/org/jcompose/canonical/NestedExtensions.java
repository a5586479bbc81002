package org.jcompose.canonical;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the {@code x-*} attributes that stand within other attributes into a tree, each after the
 * attributes beside it, as Docker Compose's YAML has them; its JSON leaves them out.
 */
final class NestedExtensions {

  private final Map<String, Map<String, @Nullable Object>> byPath;

  /**
   * @param byPath by the path of the attribute around them
   */
  NestedExtensions(Map<String, Map<String, @Nullable Object>> byPath) {
    this.byPath = byPath;
  }

  /** The tree with them, and without structures that say nothing. */
  Map<String, @Nullable Object> into(Map<String, ?> tree) {
    return map("", tree);
  }

  private Map<String, @Nullable Object> map(String path, Map<?, ?> tree) {
    Tree.Fields complete = new Tree.Fields();
    tree.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          Object inner = node(path.isEmpty() ? name : path + "." + name, value);
          if (!(value instanceof Tree.Struct) || !Map.of().equals(inner)) {
            complete.put(name, inner);
          }
        });
    complete.putSorted(byPath.getOrDefault(path, Map.of()));
    return tree instanceof Tree.Fields ? complete : new LinkedHashMap<>(complete);
  }

  private @Nullable Object node(String path, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map(path, map);
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> items = new ArrayList<>();
      list.forEach(item -> items.add(node(path + "." + items.size(), item)));
      return items;
    }
    boolean bare = value == null && byPath.containsKey(path);
    return bare ? byPath.get(path) : value;
  }
}
