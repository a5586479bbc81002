package org.jcompose.canonical;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Prints durations as Docker Compose does: {@code 1m30s}, {@code 1.5s}, {@code 250ms}. */
final class GoDuration {

  private static final int MICROS = 3;
  private static final int MILLIS = 6;
  private static final int SECONDS = 9;
  private static final long SECONDS_PER_MINUTE = 60;

  private GoDuration() {}

  static @Nullable String print(@Nullable Duration duration) {
    if (duration == null) {
      return null;
    }
    String text = positive(duration.abs());
    return duration.isNegative() ? "-" + text : text;
  }

  private static String positive(Duration duration) {
    if (duration.isZero()) {
      return "0s";
    }
    if (duration.toSeconds() > 0) {
      return fromSeconds(duration);
    }
    long nanos = duration.toNanos();
    if (nanos < 1_000) {
      return nanos + "ns";
    }
    return nanos < 1_000_000 ? decimal(nanos, MICROS) + "µs" : decimal(nanos, MILLIS) + "ms";
  }

  private static String fromSeconds(Duration duration) {
    long nanos = duration.minusMinutes(duration.toMinutes()).toNanos();
    String seconds = decimal(nanos, SECONDS) + "s";
    long minutes = duration.toMinutes() % SECONDS_PER_MINUTE;
    if (duration.toHours() > 0) {
      return duration.toHours() + "h" + minutes + "m" + seconds;
    }
    return minutes > 0 ? minutes + "m" + seconds : seconds;
  }

  private static String decimal(long nanos, int scale) {
    BigDecimal value = BigDecimal.valueOf(nanos, scale);
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
