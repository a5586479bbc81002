package org.jcompose.load;

import java.util.List;

/** Joins names to parts of sentences. */
final class Wording {

  private Wording() {}

  /** {@code 'a', 'b' and 'c'}, with the given word for the last one. */
  static String list(List<String> names, String word) {
    int last = names.size() - 1;
    if (last < 1) {
      return last < 0 ? "" : "'" + names.get(0) + "'";
    }
    String first = String.join("', '", names.subList(0, last));
    return "'" + first + "' " + word + " '" + names.get(last) + "'";
  }
}
