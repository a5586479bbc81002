package org.jcompose;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jcompose.plan.Plan;
import org.jcompose.plan.PlannedStep;
import org.jcompose.plan.Step.RunHook;
import org.jcompose.plan.Step.StopContainer;
import org.jcompose.plan.Step.Target;

/**
 * The part of a plan that stops containers, with the hooks before that, in the same order among
 * themselves.
 */
final class StopPlan {

  private final Map<String, PlannedStep> steps = new LinkedHashMap<>();
  private final Predicate<Target> wanted;

  private StopPlan(Plan plan, Predicate<Target> wanted) {
    this.wanted = wanted;
    plan.steps().forEach(step -> steps.put(step.id(), step));
  }

  static Plan of(Plan plan) {
    return of(plan, target -> true);
  }

  /** Only what stops containers of these services. */
  static Plan of(Plan plan, Set<String> services) {
    return of(plan, target -> services.contains(target.service()));
  }

  private static Plan of(Plan plan, Predicate<Target> wanted) {
    StopPlan stops = new StopPlan(plan, wanted);
    List<PlannedStep> kept = new ArrayList<>();
    for (PlannedStep step : plan.steps()) {
      if (stops.isWanted(step)) {
        kept.add(new PlannedStep(step.id(), step.step(), step.cause(), stops.stopsBefore(step)));
      }
    }
    return new Plan(plan.project(), kept, List.of(), List.of());
  }

  private Set<String> stopsBefore(PlannedStep step) {
    Set<String> stops = new TreeSet<>();
    Set<String> seen = new TreeSet<>();
    Deque<String> left = new ArrayDeque<>(step.after());
    left.addAll(step.afterEnd());
    while (!left.isEmpty()) {
      String id = left.remove();
      PlannedStep before = steps.get(id);
      if (before == null || !seen.add(id)) {
        continue;
      }
      if (isWanted(before)) {
        stops.add(id);
      } else {
        left.addAll(before.after());
        left.addAll(before.afterEnd());
      }
    }
    return stops;
  }

  private boolean isWanted(PlannedStep step) {
    return (step.step() instanceof StopContainer stop && wanted.test(stop.target()))
        || (step.step() instanceof RunHook hook && wanted.test(hook.target()));
  }
}
