package org.jcompose.progress;

import java.time.Duration;

/**
 * What happens in a run. {@link Planned} comes first and {@link Ended} last; each step that began
 * ends once.
 */
public sealed interface RunEvent {

  /** The run begins and has so many steps. */
  record Planned(int steps) implements RunEvent {}

  /** A step's turn has come. */
  record Began(StepNote step) implements RunEvent {}

  /** A step got on: of a pull, bytes; {@code total} is 0 where it is unknown. */
  record Advanced(StepNote step, String detail, long current, long total) implements RunEvent {}

  /**
   * A step is done; {@code detail} says more where there is more to say ("healthy", "exited 0"),
   * else is empty.
   */
  record Done(StepNote step, Duration took, String detail) implements RunEvent {}

  /** A step failed, for the given reason. */
  record Failed(StepNote step, Duration took, String reason) implements RunEvent {}

  /**
   * A step was never begun, for the given reason: what it needed failed, or the run was cancelled.
   */
  record Skipped(StepNote step, String reason) implements RunEvent {}

  /** The run is over. */
  record Ended(Duration took, int done, int failed, int skipped) implements RunEvent {}
}
