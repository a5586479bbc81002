package org.jcompose;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jcompose.plan.Plan;
import org.jcompose.plan.PlannedStep;
import org.jcompose.plan.Step.StopContainer;

/** The part of a plan that stops containers, in the same order among themselves. */
final class StopPlan {

  private final Map<String, PlannedStep> steps = new LinkedHashMap<>();

  private StopPlan(Plan plan) {
    plan.steps().forEach(step -> steps.put(step.id(), step));
  }

  static Plan of(Plan plan) {
    StopPlan stop = new StopPlan(plan);
    List<PlannedStep> kept = new ArrayList<>();
    for (PlannedStep step : plan.steps()) {
      if (isStop(step)) {
        kept.add(new PlannedStep(step.id(), step.step(), step.cause(), stop.stopsBefore(step)));
      }
    }
    return new Plan(plan.project(), kept, List.of(), List.of());
  }

  private Set<String> stopsBefore(PlannedStep step) {
    Set<String> stops = new TreeSet<>();
    Set<String> seen = new TreeSet<>();
    Deque<String> left = new ArrayDeque<>(step.after());
    while (!left.isEmpty()) {
      String id = left.remove();
      PlannedStep before = steps.get(id);
      if (before == null || !seen.add(id)) {
        continue;
      }
      if (isStop(before)) {
        stops.add(id);
      } else {
        left.addAll(before.after());
      }
    }
    return stops;
  }

  private static boolean isStop(PlannedStep step) {
    return step.step() instanceof StopContainer;
  }
}
