package org.jcompose.load;

import java.util.HashMap;
import java.util.Map;
import org.jcompose.problem.Place;
import org.jcompose.problem.Places;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Sequence;
import org.jspecify.annotations.Nullable;

/** Collects where each attribute of a merged project was written. */
final class PlaceMap {

  private final Map<String, Place> byPath = new HashMap<>();

  private PlaceMap() {}

  static Places of(Mapping root) {
    PlaceMap places = new PlaceMap();
    places.collect("", root.place(), root);
    return Places.of(places.byPath);
  }

  private void collect(String path, Place around, Node node) {
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        String inner = path.isEmpty() ? entry.key() : path + "." + entry.key();
        put(inner, path.isEmpty() ? null : around, entry.place());
        if (!entry.key().startsWith("x-")) {
          collect(inner, entry.place(), entry.value());
        }
      }
    } else if (node instanceof Sequence sequence) {
      int index = 0;
      for (Node item : sequence.items()) {
        String inner = path + "." + index++;
        put(inner, around, item.place());
        collect(inner, item.place(), item);
      }
    }
  }

  /** What stands where the attribute around it stands is found by that one's path. */
  private void put(String path, @Nullable Place around, Place place) {
    if (around == null || place.compareTo(around) != 0) {
      byPath.put(path, place);
    }
  }
}
