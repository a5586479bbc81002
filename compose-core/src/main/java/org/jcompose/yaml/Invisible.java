package org.jcompose.yaml;

/** Characters that look like a space, but are none to YAML. */
final class Invisible {

  private static final String CHARACTERS = "\u00a0\u2007\u202f\u200b\u3000";

  private Invisible() {}

  /** The index of the first one; -1 if there is none. */
  static int in(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (CHARACTERS.indexOf(text.charAt(at)) >= 0) {
        return at;
      }
    }
    return -1;
  }

  /** What is wrong with it. */
  static String sentence(char c) {
    return String.format("the invisible character U+%04X is no space to YAML", (int) c);
  }
}
