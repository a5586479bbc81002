package org.jcompose.model;

import org.jspecify.annotations.Nullable;

/**
 * A limit of the kernel on each process (Compose Specification, "ulimits").
 *
 * @param single the value of both limits; null: they are given one by one
 * @param soft null or 0: not given
 * @param hard null or 0: not given
 */
public record Ulimit(@Nullable Long single, @Nullable Long soft, @Nullable Long hard) {

  /** Both limits with the same value. */
  public static Ulimit of(long value) {
    return new Ulimit(value, null, null);
  }
}
