package org.jcompose.load;

import org.jcompose.problem.Place;
import org.jcompose.problem.Places;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Finds where each attribute of a merged project was written. It walks along the path when it is
 * asked: paths made in advance take the number of attributes times the length of names.
 */
final class PlaceMap {

  private PlaceMap() {}

  static Places of(Mapping root) {
    return Places.of(path -> find(root, path, null));
  }

  private static @Nullable Place find(Node node, String path, @Nullable Place around) {
    if (node instanceof Mapping mapping) {
      return inMapping(mapping, path, around);
    }
    return node instanceof Sequence list ? inList(list, path, around) : around;
  }

  /** Keys may hold dots, so the longest key that the path begins with counts. */
  private static @Nullable Place inMapping(Mapping mapping, String path, @Nullable Place around) {
    for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
      Entry entry = mapping.entry(path.substring(0, end));
      if (entry != null) {
        return after(entry.value(), path, end, entry.place());
      }
    }
    return around;
  }

  private static @Nullable Place inList(Sequence list, String path, @Nullable Place around) {
    int dot = path.indexOf('.');
    int end = dot < 0 ? path.length() : dot;
    int index = index(path.substring(0, end), list.items().size());
    if (index < 0) {
      return around;
    }
    Node item = list.items().get(index);
    return after(item, path, end, item.place());
  }

  private static @Nullable Place after(Node node, String path, int end, Place place) {
    return end == path.length() ? place : find(node, path.substring(end + 1), place);
  }

  private static int index(String text, int size) {
    try {
      int index = Integer.parseInt(text);
      return index < size ? index : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
