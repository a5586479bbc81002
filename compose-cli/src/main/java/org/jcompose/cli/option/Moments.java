package org.jcompose.cli.option;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a moment as {@code docker logs --since} takes it: a date or time, with or without a zone,
 * seconds since 1970, or how long ago as a Go duration ({@code 1h30m}).
 */
public record Moments(Clock clock) {

  private static final Pattern EPOCH = Pattern.compile("(\\d+)(?:\\.(\\d{1,9}))?");
  private static final Pattern GO_DURATION =
      Pattern.compile("(?:\\d+(?:\\.\\d+)?(?:ns|us|µs|ms|h|m|s))+");
  private static final Pattern GO_PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ns|us|µs|ms|h|m|s)");

  /**
   * The moment that the text means.
   *
   * @throws IllegalArgumentException if it means none
   */
  public Instant read(String text) {
    Matcher epoch = EPOCH.matcher(text);
    if (epoch.matches()) {
      String fraction = epoch.group(2) == null ? "" : epoch.group(2);
      long nanos = Long.parseLong((fraction + "000000000").substring(0, 9));
      return Instant.ofEpochSecond(Long.parseLong(epoch.group(1)), nanos);
    }
    if (GO_DURATION.matcher(text).matches()) {
      return clock.instant().minus(ago(text));
    }
    try {
      return dateOrTime(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is neither a time like '2026-01-31T12:00:00Z' nor how long ago, like '10m'",
          e);
    }
  }

  private Instant dateOrTime(String text) {
    if (text.indexOf('T') < 0) {
      return LocalDate.parse(text).atStartOfDay(clock.getZone()).toInstant();
    }
    String time = text.substring(text.indexOf('T'));
    boolean zoned = time.endsWith("Z") || time.indexOf('+') >= 0 || time.indexOf('-') >= 0;
    return zoned
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text).atZone(clock.getZone()).toInstant();
  }

  private static Duration ago(String text) {
    Duration sum = Duration.ZERO;
    Matcher part = GO_PART.matcher(text);
    while (part.find()) {
      sum = sum.plusNanos(Math.round(Double.parseDouble(part.group(1)) * nanos(part.group(2))));
    }
    return sum;
  }

  private static double nanos(String unit) {
    return switch (unit) {
      case "h" -> 3_600e9;
      case "m" -> 60e9;
      case "s" -> 1e9;
      case "ms" -> 1e6;
      case "ns" -> 1;
      default -> 1e3;
    };
  }
}
