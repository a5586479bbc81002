package org.jcompose.plan;

import java.util.List;

/**
 * What to do, as a directed acyclic graph of steps in an order that respects it.
 *
 * @param steps each after all those that it comes after
 * @param kept what stays as it is, in words, with the reason: {@code container shop-db-1: up to
 *     date}
 * @param notices what the user should know beside it: orphans, networks left because others use
 *     them
 */
public record Plan(
    String project, List<PlannedStep> steps, List<String> kept, List<String> notices) {

  public Plan {
    steps = List.copyOf(steps);
    kept = List.copyOf(kept);
    notices = List.copyOf(notices);
  }

  /** Whether there is nothing to do. */
  public boolean isEmpty() {
    return steps.isEmpty();
  }
}
