package org.jcompose.problem;

import java.util.Comparator;

/**
 * A stretch of one line in a source.
 *
 * @param source the text it is in
 * @param line counted from 1
 * @param column of its first character, counted from 1 in code points
 * @param length in code points, at least 1
 */
public record Place(Source source, int line, int column, int length) implements Comparable<Place> {

  private static final Comparator<Place> ORDER =
      Comparator.comparing((Place place) -> place.source().name())
          .thenComparingInt(Place::line)
          .thenComparingInt(Place::column);

  public Place {
    if (line < 1 || column < 1 || length < 1) {
      throw new IllegalArgumentException("line, column and length start at 1");
    }
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  /** {@code file:line:column}, as compilers print it. */
  @Override
  public String toString() {
    return source.name() + ":" + line + ":" + column;
  }
}
