package org.jcompose.problem;

/**
 * Draws a source line with carets under a place. Of a long line a part around the place is shown;
 * what a terminal would take for a command is not.
 */
final class Excerpt {

  private static final int WIDEST = 120;
  private static final int BEFORE = 60;

  /** Nobody reads a longer line, and a thousand problems in one would cost a copy of it each. */
  private static final int LONGEST = 100_000;

  private static final String CUT = "...";

  private final int[] points;
  private final Place place;
  private final int from;
  private final int to;

  private Excerpt(Place place) {
    this.place = place;
    this.points = place.source().line(place.line()).codePoints().toArray();
    boolean whole = points.length <= WIDEST;
    int column = Math.min(place.column() - 1, points.length);
    this.from = whole ? 0 : Math.max(0, Math.min(column - BEFORE, points.length - WIDEST));
    this.to = Math.min(points.length, from + WIDEST);
  }

  static String of(Place place) {
    boolean drawn =
        place.source().length(place.line()) <= LONGEST
            && !place.source().line(place.line()).isBlank();
    return drawn ? new Excerpt(place).draw() : "";
  }

  private String draw() {
    String number = String.format("%5d | ", place.line());
    StringBuilder line = new StringBuilder(from > 0 ? CUT : "");
    StringBuilder carets = new StringBuilder(from > 0 ? " ".repeat(CUT.length()) : "");
    int first = place.column() - 1;
    for (int i = from; i < to; i++) {
      line.appendCodePoint(Printable.of(points[i]));
      boolean guilty = i >= first && i < first + place.length();
      if (i < first || guilty) {
        carets.append(mark(points[i], guilty));
      }
    }
    line.append(to < points.length ? CUT : "");
    if (first >= to) {
      carets.append('^');
    }
    return "\n" + number + line + "\n" + " ".repeat(number.length() - 2) + "| " + carets;
  }

  private static String mark(int point, boolean guilty) {
    if (point == '\t' && !guilty) {
      return "\t";
    }
    return (guilty ? "^" : " ").repeat(Printable.width(point));
  }
}
