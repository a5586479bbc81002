package org.jcompose.engine.process;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When an ended container is brought back, and after how long, as Docker Engine does it: after 100
 * ms, then twice as long each time up to a minute; a run of ten seconds begins that anew.
 */
record RestartPolicy(Kind kind, int limit) {

  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Duration LASTING = Duration.ofSeconds(10);

  /** Which ends it brings back from. */
  enum Kind {
    NEVER,
    FAILURES,
    ALL
  }

  /**
   * The policy that a Compose file calls so: {@code no}, {@code always}, {@code unless-stopped},
   * {@code on-failure}, {@code on-failure:3}.
   */
  static RestartPolicy parse(String text) {
    String[] parts = text.split(":", 2);
    return switch (parts[0]) {
      case "always", "unless-stopped" -> new RestartPolicy(Kind.ALL, 0);
      case "on-failure" ->
          new RestartPolicy(Kind.FAILURES, parts.length > 1 ? Integer.parseInt(parts[1]) : 0);
      default -> new RestartPolicy(Kind.NEVER, 0);
    };
  }

  /**
   * Whether it brings back a container that was not asked to end.
   *
   * @param exitCode null if unknown, which counts as a failure
   * @param restarts how often it did so since the container was started
   */
  boolean bringsBack(@Nullable Integer exitCode, int restarts) {
    return switch (kind) {
      case NEVER -> false;
      case ALL -> true;
      case FAILURES -> (exitCode == null || exitCode != 0) && (limit == 0 || restarts < limit);
    };
  }

  /**
   * How long to wait before the next restart.
   *
   * @param last how long it was the last time, or null
   */
  static Duration delay(@Nullable Duration last, Duration ran) {
    if (last == null || ran.compareTo(LASTING) >= 0) {
      return FIRST;
    }
    Duration doubled = last.multipliedBy(2);
    return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }
}
