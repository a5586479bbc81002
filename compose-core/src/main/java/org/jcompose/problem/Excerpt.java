package org.jcompose.problem;

/** Draws a source line with a caret under a place. */
final class Excerpt {

  private static final int WIDEST = 160;

  private Excerpt() {}

  static String of(Place place) {
    String line = place.source().line(place.line());
    if (line.isBlank() || line.length() > WIDEST) {
      return "";
    }
    String number = String.format("%5d | ", place.line());
    String margin = " ".repeat(number.length() - 2) + "| ";
    return "\n"
        + number
        + line
        + "\n"
        + margin
        + indent(line, place.column())
        + carets(line, place);
  }

  private static String indent(String line, int column) {
    StringBuilder indent = new StringBuilder();
    line.codePoints().limit(column - 1L).forEach(c -> indent.append(c == '\t' ? '\t' : ' '));
    return indent.toString();
  }

  private static String carets(String line, Place place) {
    int left = line.codePointCount(0, line.length()) - place.column() + 1;
    return "^".repeat(Math.max(1, Math.min(place.length(), left)));
  }
}
