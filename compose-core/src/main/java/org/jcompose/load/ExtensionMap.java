package org.jcompose.load;

import java.util.HashMap;
import java.util.Map;
import org.jcompose.load.Shape.Fields;
import org.jcompose.load.Shape.Items;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Sequence;
import org.jspecify.annotations.Nullable;

/** Collects the {@code x-*} attributes of a merged project that stand within other attributes. */
final class ExtensionMap {

  private final Map<String, Map<String, @Nullable Object>> byPath = new HashMap<>();

  private ExtensionMap() {}

  /** By the path of the attribute around them; those of the project itself are not among them. */
  static Map<String, Map<String, @Nullable Object>> of(Mapping root) {
    ExtensionMap extensions = new ExtensionMap();
    extensions.collect(Attributes.FILE, "", root);
    extensions.byPath.remove("");
    return extensions.byPath;
  }

  private void collect(@Nullable Shape shape, String path, Node node) {
    if (shape instanceof Items items && node instanceof Sequence list) {
      int index = 0;
      for (Node item : list.items()) {
        collect(items.item(), path + "." + index++, item);
      }
    } else if (node instanceof Mapping mapping) {
      if (shape instanceof Fields) {
        put(path, new View(mapping).extensions());
      }
      for (Entry entry : mapping.entries()) {
        String inner = path.isEmpty() ? entry.key() : path + "." + entry.key();
        collect(Shapes.within(shape, entry.key()), inner, entry.value());
      }
    }
  }

  private void put(String path, Map<String, @Nullable Object> extensions) {
    if (!extensions.isEmpty()) {
      byPath.put(path, extensions);
    }
  }
}
