package org.jcompose.plan;

import java.util.Set;

/**
 * A step in its plan.
 *
 * @param id what it does to what, in words; unique in the plan: {@code start container shop-db-1}
 * @param cause why, in words: {@code its image changed}
 * @param after the ids of the steps that must be done before
 * @param afterEnd the ids of the steps that must have ended before, well or not: what a dependency
 *     that is not required waits for
 */
public record PlannedStep(
    String id, Step step, String cause, Set<String> after, Set<String> afterEnd) {

  public PlannedStep {
    after = Set.copyOf(after);
    afterEnd = Set.copyOf(afterEnd);
  }

  public PlannedStep(String id, Step step, String cause, Set<String> after) {
    this(id, step, cause, after, Set.of());
  }
}
