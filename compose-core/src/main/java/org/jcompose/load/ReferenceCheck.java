package org.jcompose.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jcompose.graph.ServiceGraph;
import org.jcompose.problem.Place;
import org.jcompose.yaml.Node.Entry;
import org.jspecify.annotations.Nullable;

/** Checks that what services refer to is defined, and that no service needs itself. */
final class ReferenceCheck {

  private final Merged merged;
  private final Map<String, Map<String, Place>> edges = new TreeMap<>();

  ReferenceCheck(Merged merged) {
    this.merged = merged;
  }

  void check() {
    merged.services().forEach(this::service);
    cycles();
  }

  private void service(String name, View view) {
    Map<String, Place> needed = edges.computeIfAbsent(name, key -> new LinkedHashMap<>());
    for (Reference reference : Reference.of(view)) {
      if (!isDefined(reference)) {
        undefined(name, reference);
      } else if (reference.isService()) {
        needed.putIfAbsent(reference.name(), reference.place());
      }
    }
  }

  private boolean isDefined(Reference reference) {
    return reference.isService()
        ? merged.project().services().containsKey(reference.name())
        : merged.root().view(reference.section()).has(reference.name());
  }

  private void undefined(String service, Reference reference) {
    String section = reference.section();
    String name = reference.name();
    boolean left = merged.isBroken(section) || merged.isBroken(section + "." + name);
    if (!reference.required() || left) {
      return;
    }
    String use = "service '" + service + "' " + reference.verb() + " '" + name + "', which ";
    if (reference.isService() && merged.project().disabled().containsKey(name)) {
      List<String> profiles = merged.root().view("services").view(name).texts("profiles");
      merged.error(
          reference.place(),
          use + "no active profile enables",
          "activate one of its profiles: " + String.join(", ", profiles));
      return;
    }
    String fix = merged.problems().isFull() ? null : suggestion(section, name);
    merged.error(
        reference.place(),
        use + "is not defined",
        fix == null ? "define it under '" + section + "'" : fix);
  }

  private @Nullable String suggestion(String section, String name) {
    List<String> known = merged.root().entries(section).stream().map(Entry::key).toList();
    return Suggestion.didYouMean(name, known);
  }

  private void cycles() {
    Map<String, Set<String>> needed = new TreeMap<>();
    edges.forEach((name, places) -> needed.put(name, places.keySet()));
    for (List<String> cycle : ServiceGraph.of(needed).cycles()) {
      List<Place> places = new ArrayList<>();
      for (int i = 0; i + 1 < cycle.size(); i++) {
        places.add(edges.getOrDefault(cycle.get(i), Map.of()).get(cycle.get(i + 1)));
      }
      String rest = places.stream().skip(1).map(Place::toString).collect(Collectors.joining(", "));
      merged.error(
          places.get(0),
          "services depend on one another in a cycle: "
              + cycle.stream().map(name -> "'" + name + "'").collect(Collectors.joining(" -> "))
              + (rest.isEmpty() ? "" : "; then at " + rest),
          "remove one of these dependencies");
    }
  }
}
