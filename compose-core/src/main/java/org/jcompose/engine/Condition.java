package org.jcompose.engine;

/** What can be waited for of a container or of all replicas of a service. */
public enum Condition {
  /** It runs; where it has a healthcheck that is not awaited. */
  RUNNING,
  /** It runs and its healthcheck, run since this start, says healthy. */
  HEALTHY,
  /** It ended with exit code 0. */
  COMPLETED,
  /**
   * It is of use: healthy where it has a healthcheck, else running; ended with exit code 0 counts
   * too.
   */
  READY
}
