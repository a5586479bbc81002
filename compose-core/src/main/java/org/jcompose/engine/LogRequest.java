package org.jcompose.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which log lines of a container.
 *
 * @param follow whether those to come too, until the container ends
 * @param tail how many of the past lines; -1: all
 * @param since not before, or null
 * @param until not after, or null
 */
public record LogRequest(
    boolean follow, int tail, @Nullable Instant since, @Nullable Instant until) {

  /** All lines so far. */
  public static LogRequest all() {
    return new LogRequest(false, -1, null, null);
  }

  /** The last lines so far. */
  public static LogRequest last(int lines) {
    return new LogRequest(false, lines, null, null);
  }

  /** All lines, and those to come. */
  public static LogRequest following() {
    return new LogRequest(true, -1, null, null);
  }
}
