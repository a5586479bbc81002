package org.jcompose.plan;

import java.util.Set;

/**
 * A step in its plan.
 *
 * @param id what it does to what, in words; unique in the plan: {@code start container shop-db-1}
 * @param cause why, in words: {@code its image changed}
 * @param after the ids of the steps that must be done before
 */
public record PlannedStep(String id, Step step, String cause, Set<String> after) {
  public PlannedStep {
    after = Set.copyOf(after);
  }
}
