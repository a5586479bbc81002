package org.jcompose.plan;

import org.jcompose.engine.Condition;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.ContainerState.Health;
import org.jspecify.annotations.Nullable;

/**
 * A container as the plan will have it.
 *
 * @param id null if it is not there yet
 * @param startStep the step after which it runs, or null if it is left as it is
 * @param state as it is, if it is left so; else null
 */
record Replica(
    String name, @Nullable String id, @Nullable String startStep, @Nullable ContainerState state) {

  /** One that is made. */
  static Replica made(String name, String startStep) {
    return new Replica(name, null, startStep, null);
  }

  /** One that is there, and is started, or started again. */
  static Replica started(ContainerState container, String name, String startStep) {
    return new Replica(name, container.id(), startStep, null);
  }

  static Replica kept(ContainerState state) {
    return new Replica(state.name(), state.id(), null, state);
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
