package org.jcompose.plan;

import java.util.List;

/** Says which attributes changed. */
final class Changes {

  private static final int MOST = 5;

  private Changes() {}

  /** Such as {@code environment.URL, image and ports changed}; the fallback if none is known. */
  static String of(List<String> attributes, String fallback) {
    List<String> sorted = attributes.stream().sorted().distinct().toList();
    if (sorted.isEmpty()) {
      return fallback;
    }
    if (sorted.size() > MOST) {
      String first = String.join(", ", sorted.subList(0, MOST));
      return first + " and " + (sorted.size() - MOST) + " more changed";
    }
    int last = sorted.size() - 1;
    String first = String.join(", ", sorted.subList(0, last));
    return (first.isEmpty() ? "" : first + " and ") + sorted.get(last) + " changed";
  }
}
