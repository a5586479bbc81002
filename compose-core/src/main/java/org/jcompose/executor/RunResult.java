package org.jcompose.executor;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What became of a run.
 *
 * @param outcomes of every step, in the order of the plan
 * @param cancelled whether it was called off
 * @param provided the variables that the providers of services told, by service
 */
public record RunResult(
    List<StepOutcome> outcomes,
    Duration took,
    boolean cancelled,
    Map<String, Map<String, String>> provided) {

  public RunResult {
    outcomes = List.copyOf(outcomes);
    provided = Map.copyOf(provided);
  }

  /** The result of a run that had nothing provided. */
  public RunResult(List<StepOutcome> outcomes, Duration took, boolean cancelled) {
    this(outcomes, took, cancelled, Map.of());
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
