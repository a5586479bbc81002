package org.jcompose.executor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jcompose.engine.NetworkSpec;
import org.jcompose.model.Network;
import org.jcompose.plan.Plan;
import org.jcompose.plan.PlannedStep;
import org.jcompose.plan.Step;

/** Plans built by names: {@code "c after a b"}; each step creates a network of that name. */
final class Graphs {

  private Graphs() {}

  /** A plan; {@code "c after a once b"}: b only needs to have ended. */
  static Plan plan(String... steps) {
    List<PlannedStep> planned = new ArrayList<>();
    for (String text : steps) {
      List<String> words = Arrays.asList(text.split(" ", -1));
      planned.add(step(words.get(0), names(words, "after"), names(words, "once")));
    }
    return new Plan("test", planned, List.of(), List.of());
  }

  static PlannedStep step(String name, Set<String> after, Set<String> afterEnd) {
    NetworkSpec spec = new NetworkSpec(Network.of(name, name), Map.of());
    return new PlannedStep(name, new Step.CreateNetwork(spec), "a test", after, afterEnd);
  }

  private static Set<String> names(List<String> words, String keyword) {
    int at = words.indexOf(keyword);
    return at < 0
        ? Set.of()
        : words.subList(at + 1, words.size()).stream()
            .takeWhile(word -> !word.equals("once"))
            .collect(Collectors.toSet());
  }
}
