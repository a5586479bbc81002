package org.jcompose.executor;

import java.time.Duration;
import java.util.List;

/**
 * What became of a run.
 *
 * @param outcomes of every step, in the order of the plan
 * @param cancelled whether it was called off
 */
public record RunResult(List<StepOutcome> outcomes, Duration took, boolean cancelled) {

  public RunResult {
    outcomes = List.copyOf(outcomes);
  }

  /** The steps whose failure is the run's. */
  public List<StepOutcome> failures() {
    return outcomes.stream()
        .filter(each -> each.status() == StepOutcome.Status.FAILED && !each.tolerated())
        .toList();
  }

  /** Whether everything was done. */
  public boolean isSuccess() {
    return !cancelled && failures().isEmpty();
  }
}
