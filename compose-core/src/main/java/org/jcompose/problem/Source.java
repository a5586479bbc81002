package org.jcompose.problem;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text that a user wrote, with the name by which errors call it: usually a file's path relative
 * to the working directory. Two sources are the same if name and text are. May be used by several
 * threads.
 */
public final class Source {

  private final String name;
  private final String text;
  private volatile int @Nullable [] lineStarts;

  private Source(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /** The source of the given text, whose lines end with any line terminator. */
  public static Source of(String name, String text) {
    return new Source(name, text);
  }

  /** This source for problems that must not show what is written in it. */
  public Source withoutLines() {
    return new Source(name, "");
  }

  /** What errors call it, such as {@code compose.yaml}. */
  public String name() {
    return name;
  }

  /** The text of a line without its terminator, counted from 1; empty past the end. */
  public String line(int number) {
    return number >= 1 && number <= lineStarts().length
        ? text.substring(lineStarts()[number - 1], end(number))
        : "";
  }

  /** How many lines there are. */
  public int lineCount() {
    return lineStarts().length;
  }

  /** The length of a line, counted from 1, without copying it; 0 past the end. */
  int length(int number) {
    return number >= 1 && number <= lineStarts().length
        ? end(number) - lineStarts()[number - 1]
        : 0;
  }

  private int end(int number) {
    int[] starts = lineStarts();
    int end = number < starts.length ? starts[number] : text.length();
    while (end > starts[number - 1] && isTerminator(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** Few texts have problems, so lines are looked for when the first one is asked for. */
  private int[] lineStarts() {
    int[] starts = lineStarts;
    if (starts == null) {
      starts = starts(text);
      lineStarts = starts;
    }
    return starts;
  }

  private static int[] starts(String text) {
    int[] starts = new int[Math.min(text.length() + 1, 64)];
    int lines = 1;
    for (int at = 0; at < text.length(); at++) {
      if (endsLine(text, at)) {
        if (lines == starts.length) {
          starts = Arrays.copyOf(starts, Math.min(text.length() + 1, lines * 2));
        }
        starts[lines++] = at + 1;
      }
    }
    return Arrays.copyOf(starts, lines);
  }

  private static boolean endsLine(String text, int at) {
    char c = text.charAt(at);
    boolean pair = c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
    return isTerminator(c) && !pair;
  }

  private static boolean isTerminator(char c) {
    return c == '\n' || c == '\r';
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Source that && name.equals(that.name) && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + text.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
