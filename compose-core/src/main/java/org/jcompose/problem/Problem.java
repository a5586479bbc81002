package org.jcompose.problem;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a user's input.
 *
 * @param severity whether work can go on
 * @param place where it was written; null for what has no place in a file
 * @param message what is wrong, in one sentence without a full stop, naming the thing in single
 *     quotes
 * @param fix what the user can do about it, or null
 * @param notes what else the user should know, each as one sentence without a full stop
 */
public record Problem(
    Severity severity,
    @Nullable Place place,
    String message,
    @Nullable String fix,
    List<String> notes) {

  /**
   * What a message names may be as long as its file: a thousand such messages would be too much.
   */
  private static final int LONGEST = 2_000;

  public Problem {
    message = shortened(message);
    fix = fix == null ? null : shortened(fix);
    notes = List.copyOf(notes);
  }

  public Problem(Severity severity, @Nullable Place place, String message, @Nullable String fix) {
    this(severity, place, message, fix, List.of());
  }

  /** By place, those without a place first. */
  public static final Comparator<Problem> BY_PLACE =
      Comparator.comparing(Problem::place, Comparator.nullsFirst(Comparator.naturalOrder()));

  /** Whether work can go on in spite of a problem. */
  public enum Severity {
    ERROR,
    WARNING
  }

  public static Problem error(@Nullable Place place, String message, @Nullable String fix) {
    return new Problem(Severity.ERROR, place, message, fix);
  }

  public static Problem warning(@Nullable Place place, String message, @Nullable String fix) {
    return new Problem(Severity.WARNING, place, message, fix);
  }

  /** This problem in other words. */
  public Problem withMessage(String other) {
    return new Problem(severity, place, other, fix, notes);
  }

  /** This problem with these notes. */
  public Problem withNotes(List<String> others) {
    return new Problem(severity, place, message, fix, others);
  }

  /** What an engine or a program said may have several lines; they are kept. */
  private static String ofLines(String text) {
    return text.lines().map(Printable::of).collect(Collectors.joining("\n"));
  }

  private static String shortened(String text) {
    int half = LONGEST / 2;
    return text.length() <= LONGEST
        ? text
        : text.substring(0, half) + "..." + text.substring(text.length() - half);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /**
   * The problem as people read it, without a final line break: place and message, the line with a
   * caret under the place, the notes, and the fix.
   */
  public String describe() {
    StringBuilder text = new StringBuilder();
    if (place != null) {
      text.append(place).append(": ");
    }
    if (severity == Severity.WARNING) {
      text.append("warning: ");
    }
    text.append(place == null ? ofLines(message) : Printable.of(message));
    if (place != null) {
      text.append(Excerpt.of(place));
    }
    notes.forEach(note -> text.append("\n  note: ").append(Printable.of(note)));
    if (fix != null) {
      text.append("\n  fix: ").append(Printable.of(fix));
    }
    return text.toString();
  }
}
