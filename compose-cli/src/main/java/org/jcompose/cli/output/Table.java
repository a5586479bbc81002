package org.jcompose.cli.output;

import java.util.ArrayList;
import java.util.List;

/** Rows under headings, laid out as the docker command line does it. */
final class Table {

  private static final int GAP = 3;
  private static final int NARROWEST = 10;

  private final int narrowest;
  private final List<List<String>> rows = new ArrayList<>();

  private Table(int narrowest, String... headings) {
    this.narrowest = narrowest;
    rows.add(List.of(headings));
  }

  Table(String... headings) {
    this(NARROWEST, headings);
  }

  /** A table whose columns have at least the given width. */
  static Table withColumnsFrom(int narrowest, String... headings) {
    return new Table(narrowest, headings);
  }

  void row(String... cells) {
    rows.add(List.of(cells));
  }

  String text() {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], Math.max(narrowest, width(row.get(i)) + GAP));
      }
    }
    StringBuilder text = new StringBuilder();
    rows.forEach(row -> append(row, widths, text));
    return text.toString();
  }

  private static void append(List<String> row, int[] widths, StringBuilder text) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      line.append(row.get(i));
      line.append(" ".repeat(widths[i] - width(row.get(i))));
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
