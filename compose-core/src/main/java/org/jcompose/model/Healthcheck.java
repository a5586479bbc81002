package org.jcompose.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to see that a container is healthy (Compose Specification, "healthcheck"). Null parts are the
 * image's, else the engine's default.
 *
 * @param test starts with {@code CMD}, {@code CMD-SHELL} or {@code NONE}; empty: the image's
 * @param retries how many failures in a row make it unhealthy
 * @param startInterval time between checks within the start period
 * @param disable whether the image's healthcheck is switched off
 */
public record Healthcheck(
    List<String> test,
    @Nullable Duration interval,
    @Nullable Duration timeout,
    @Nullable Integer retries,
    @Nullable Duration startPeriod,
    @Nullable Duration startInterval,
    boolean disable) {

  public Healthcheck {
    test = List.copyOf(test);
  }

  /** Whether this switches the image's healthcheck off. */
  public boolean isDisabled() {
    return disable || (!test.isEmpty() && test.get(0).equals("NONE"));
  }
}
