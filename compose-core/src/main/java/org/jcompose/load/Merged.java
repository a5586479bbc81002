package org.jcompose.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jcompose.model.Project;
import org.jcompose.problem.Place;
import org.jcompose.problem.Problems;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * The merged files of a project, as its checks see them: canonical attributes with their places.
 *
 * @param broken the paths of attributes that were left out because something is wrong with them
 */
record Merged(Project project, View root, Set<String> broken, Problems problems) {

  /** An attribute that was found by a pattern. */
  record Found(String path, Node value) {}

  /** The services that an active profile enables, by name. */
  Map<String, View> services() {
    Map<String, View> enabled = new TreeMap<>();
    for (Entry entry : root.entries("services")) {
      if (project.services().containsKey(entry.key())) {
        enabled.put(entry.key(), View.of(entry.value()));
      }
    }
    return enabled;
  }

  /** Where the name of a service, network, volume and so on was written. */
  Place placeOf(String section, String name) {
    Entry entry = root.view(section).mapping().entry(name);
    return entry == null ? root.mapping().place() : entry.place();
  }

  boolean isBroken(String path) {
    return broken.contains(path);
  }

  void error(Place place, String message, @Nullable String fix) {
    problems.error(place, message, fix);
  }

  void warning(Place place, String message, @Nullable String fix) {
    problems.warning(place, message, fix);
  }

  /** The attributes whose path fits the pattern, in which {@code *} is any name or item. */
  List<Found> select(String pattern) {
    List<Found> found = List.of(new Found("", root.mapping()));
    for (String key : pattern.split("\\.", -1)) {
      List<Found> next = new ArrayList<>();
      found.forEach(one -> step(one, key, next));
      found = next;
    }
    return found;
  }

  private static void step(Found from, String key, List<Found> next) {
    String prefix = from.path().isEmpty() ? "" : from.path() + ".";
    if (from.value() instanceof Mapping mapping) {
      Node value = mapping.get(key);
      if (value != null) {
        next.add(new Found(prefix + key, value));
      } else if (key.equals("*")) {
        mapping.entries().stream()
            .filter(entry -> !entry.key().startsWith("x-"))
            .forEach(entry -> next.add(new Found(prefix + entry.key(), entry.value())));
      }
    } else if (key.equals("*") && from.value() instanceof Sequence sequence) {
      int index = 0;
      for (Node item : sequence.items()) {
        next.add(new Found(prefix + index++, item));
      }
    }
  }
}
