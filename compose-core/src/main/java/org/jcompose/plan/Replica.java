package org.jcompose.plan;

import org.jcompose.engine.Condition;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.ContainerState.Health;
import org.jspecify.annotations.Nullable;

/**
 * A container as the plan will have it.
 *
 * @param startStep the step that starts it, or null if it is left as it is
 * @param state as it is, if it is left so; else null
 */
record Replica(String name, @Nullable String startStep, @Nullable ContainerState state) {

  static Replica started(String name, String startStep) {
    return new Replica(name, startStep, null);
  }

  static Replica kept(ContainerState state) {
    return new Replica(state.name(), null, state);
  }

  /** Whether the condition holds already, so that nobody need wait for it. */
  boolean fulfils(Condition condition) {
    if (state == null) {
      return false;
    }
    boolean healthy = state.isRunning() && state.health() == Health.HEALTHY;
    return switch (condition) {
      case RUNNING -> state.isRunning();
      case HEALTHY -> healthy;
      case COMPLETED -> state.isCompleted();
      case READY ->
          healthy || state.isCompleted() || (state.isRunning() && state.health() == Health.NONE);
    };
  }
}
