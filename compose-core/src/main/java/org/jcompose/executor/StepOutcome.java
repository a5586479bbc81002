package org.jcompose.executor;

import java.time.Duration;
import org.jcompose.engine.EngineException;
import org.jcompose.plan.PlannedStep;
import org.jspecify.annotations.Nullable;

/**
 * What became of a step.
 *
 * @param failure why it failed; null unless it did
 * @param detail of one that was done: more where there is more to say; of one that was skipped: why
 * @param took zero if it was never begun
 * @param tolerated whether its failure is none of the run: it was a wait for what only dependencies
 *     that are not required asked for
 */
public record StepOutcome(
    PlannedStep step,
    Status status,
    @Nullable EngineException failure,
    String detail,
    Duration took,
    boolean tolerated) {

  /** What can become of a step. */
  public enum Status {
    DONE,
    FAILED,
    SKIPPED
  }
}
