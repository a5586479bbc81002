package org.jcompose.load;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jcompose.problem.Place;
import org.jcompose.problem.Source;

/** Finds the line and column of an index into a text. */
final class TextPlaces {

  private final Source source;
  private final String text;
  private final int[] lineStarts;

  private TextPlaces(Source source, String text) {
    this.source = source;
    this.text = text;
    this.lineStarts =
        IntStream.concat(
                IntStream.of(0),
                IntStream.range(0, text.length())
                    .filter(i -> text.charAt(i) == '\n')
                    .map(i -> i + 1))
            .toArray();
  }

  /** Places that do not show their lines, because there may be secrets in them. */
  static TextPlaces withoutLines(TextFiles.Text file) {
    return new TextPlaces(file.source().withoutLines(), file.text());
  }

  Place at(int index, int length) {
    int found = Arrays.binarySearch(lineStarts, index);
    int line = found >= 0 ? found : -found - 2;
    int column = text.codePointCount(lineStarts[line], Math.min(index, text.length()));
    return new Place(source, line + 1, column + 1, Math.max(1, length));
  }
}
