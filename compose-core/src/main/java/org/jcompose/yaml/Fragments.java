package org.jcompose.yaml;

import org.jcompose.problem.Place;

/** Finds where a part of a scalar stands in its source. */
final class Fragments {

  private Fragments() {}

  static Place find(Node.Scalar scalar, String fragment, int occurrence) {
    Place start = scalar.place();
    int left = occurrence;
    for (int number = start.line(); number <= scalar.lastLine(); number++) {
      String line = start.source().line(number);
      int from = number == start.line() ? offset(line, start.column()) : 0;
      for (int at = line.indexOf(fragment, from); at >= 0; at = line.indexOf(fragment, at + 1)) {
        if (left-- == 0) {
          return place(start, number, line, at, fragment);
        }
      }
    }
    return start;
  }

  private static int offset(String line, int column) {
    return line.offsetByCodePoints(0, Math.min(column - 1, line.codePointCount(0, line.length())));
  }

  private static Place place(Place start, int number, String line, int at, String fragment) {
    int column = line.codePointCount(0, at) + 1;
    int length = Math.max(1, fragment.codePointCount(0, fragment.length()));
    return new Place(start.source(), number, column, length);
  }
}
