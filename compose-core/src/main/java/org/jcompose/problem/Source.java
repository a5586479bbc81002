package org.jcompose.problem;

import java.util.List;

/**
 * A text that a user wrote, with the name by which errors call it: usually a file's path relative
 * to the working directory.
 *
 * @param name what errors call it, such as {@code compose.yaml}
 * @param lines its lines without their terminators
 */
public record Source(String name, List<String> lines) {

  public Source {
    lines = List.copyOf(lines);
  }

  /** The source of the given text, split at any line terminator. */
  public static Source of(String name, String text) {
    return new Source(name, text.lines().toList());
  }

  /** The text of a line, counted from 1; empty past the end. */
  public String line(int number) {
    return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
  }
}
