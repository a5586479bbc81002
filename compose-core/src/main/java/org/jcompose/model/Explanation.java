package org.jcompose.model;

import java.util.List;
import org.jcompose.problem.Place;
import org.jspecify.annotations.Nullable;

/**
 * Where an attribute's value came from.
 *
 * @param path of the attribute from the top of the file: {@code services.web.environment.URL}
 * @param value as it is in the end; null: the attribute is there no more
 * @param place where that was written; null: nowhere
 * @param variables that the value uses, each with its value and its source, in sentences
 * @param overridden what other files or services say, the strongest first
 * @param below the attributes in a mapping or list, each explained alike
 */
public record Explanation(
    String path,
    @Nullable String value,
    @Nullable Place place,
    List<String> variables,
    List<Earlier> overridden,
    List<Explanation> below) {

  public Explanation {
    variables = List.copyOf(variables);
    overridden = List.copyOf(overridden);
    below = List.copyOf(below);
  }

  /**
   * A value that another one took the place of, or a word that took a value away.
   *
   * @param how it came into the project, if not from one of its own files, and what it did
   */
  public record Earlier(String value, Place place, String how) {}

  /** The explanation as people read it, ending with a line break. */
  public String describe() {
    StringBuilder text = new StringBuilder();
    if (below.isEmpty()) {
      describe(text);
    } else {
      below.forEach(each -> text.append(each.describe()));
    }
    return text.toString();
  }

  private void describe(StringBuilder text) {
    text.append(path).append(value == null ? " is not set" : ": " + value).append('\n');
    if (place != null) {
      text.append("  written at ").append(place).append('\n');
    }
    variables.forEach(variable -> text.append("  ").append(variable).append('\n'));
    for (Earlier earlier : overridden) {
      text.append("  ")
          .append(earlier.how())
          .append(" at ")
          .append(earlier.place())
          .append(earlier.value().isEmpty() ? "" : ": " + earlier.value())
          .append('\n');
    }
  }
}
