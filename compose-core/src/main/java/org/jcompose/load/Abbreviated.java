package org.jcompose.load;

/** A value short enough to be shown in a sentence. */
final class Abbreviated {

  private static final int LONGEST = 60;

  private Abbreviated() {}

  static String of(String value) {
    return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "...";
  }
}
