package org.jcompose.executor;

import org.jcompose.engine.Condition;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.ContainerState.Health;
import org.jcompose.engine.ContainerState.Status;
import org.jspecify.annotations.Nullable;

/**
 * Whether a condition holds of a container, may come to hold, or cannot any more.
 *
 * @param says what makes it so, as the end of a sentence about the container
 */
record Verdict(Kind kind, String says, @Nullable String fix) {

  private static final Verdict UNDECIDED = new Verdict(Kind.UNDECIDED, "", null);

  /** The three verdicts. */
  enum Kind {
    HOLDS,
    UNDECIDED,
    FAILED
  }

  static Verdict of(Condition condition, ContainerState state) {
    return switch (state.status()) {
      // A restart policy brings it back: no failure until it gives up.
      case CREATED, RESTARTING, PAUSED, REMOVING -> UNDECIDED;
      case RUNNING -> ofRunning(condition, state);
      case EXITED, DEAD -> ofEnded(condition, state);
    };
  }

  private static Verdict ofRunning(Condition condition, ContainerState state) {
    return switch (condition) {
      case RUNNING -> holds("running");
      case COMPLETED -> UNDECIDED;
      case HEALTHY -> state.health() == Health.NONE ? unchecked(state) : ofHealth(state);
      case READY -> state.health() == Health.NONE ? holds("running") : ofHealth(state);
    };
  }

  private static Verdict ofHealth(ContainerState state) {
    return switch (state.health()) {
      case HEALTHY -> holds("healthy");
      case UNHEALTHY -> new Verdict(Kind.FAILED, "is unhealthy", null);
      case STARTING, NONE -> UNDECIDED;
    };
  }

  private static Verdict ofEnded(Condition condition, ContainerState state) {
    boolean mayEnd = condition == Condition.COMPLETED || condition == Condition.READY;
    return mayEnd && state.isCompleted()
        ? holds("exited 0")
        : new Verdict(Kind.FAILED, end(state), null);
  }

  private static String end(ContainerState state) {
    Integer code = state.exitCode();
    if (state.status() == Status.DEAD || code == null) {
      return "ended";
    }
    return state.oomKilled()
        ? "ran out of memory and was killed (exit code " + code + ")"
        : "ended with exit code " + code;
  }

  private static Verdict unchecked(ContainerState state) {
    return new Verdict(
        Kind.FAILED,
        "has no healthcheck, so it cannot be waited for to be healthy",
        "give service '"
            + state.service()
            + "' a healthcheck, or depend on it by 'service_started'");
  }

  private static Verdict holds(String says) {
    return new Verdict(Kind.HOLDS, says, null);
  }
}
