package org.jcompose.cli.option;

import java.time.Duration;
import java.util.Locale;

/** Reads numbers from the command line. */
public final class Numbers {

  private Numbers() {}

  /** A number of things done at once, at least 1; -1: without limit. */
  public static int parallelism(String text) {
    int number = number(text, Integer.MIN_VALUE);
    if (number == -1) {
      return Integer.MAX_VALUE;
    }
    if (number < 1) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "'%s' is neither a number above 0 nor -1", text));
    }
    return number;
  }

  /** A whole number of seconds, not below 0. */
  public static Duration seconds(String text) {
    int seconds = number(text, -1);
    if (seconds < 0) {
      throw new IllegalArgumentException("'" + text + "' is not a number of seconds");
    }
    return Duration.ofSeconds(seconds);
  }

  /** A number of lines, or {@code all}, which is -1. */
  public static int lines(String text) {
    int lines = text.equals("all") ? -1 : number(text, -2);
    if (lines < -1) {
      throw new IllegalArgumentException("'" + text + "' is neither a number of lines nor 'all'");
    }
    return lines;
  }

  private static int number(String text, int otherwise) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
