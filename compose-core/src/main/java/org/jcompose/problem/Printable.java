package org.jcompose.problem;

/** What a terminal makes of characters. */
final class Printable {

  /** First and last of the characters that take two columns (Unicode, "East Asian Width"). */
  private static final int[][] WIDE = {
    {0x1100, 0x115f},
    {0x2e80, 0xa4cf},
    {0xac00, 0xd7a3},
    {0xf900, 0xfaff},
    {0xfe30, 0xfe6f},
    {0xff00, 0xff60},
    {0xffe0, 0xffe6},
    {0x1f300, 0x1faff},
    {0x20000, 0x3fffd}
  };

  private Printable() {}

  /** The character, or a stand-in for one that would steer the terminal. */
  static int of(int point) {
    return steers(point) && point != '\t' ? 0xfffd : point;
  }

  /** The text in one line, with escapes for characters that would steer the terminal. */
  static String of(String text) {
    if (text.codePoints().noneMatch(Printable::steers)) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (steers(point)) {
                out.append(point == '\n' ? "\\n" : String.format("\\u%04x", point));
              } else {
                out.appendCodePoint(point);
              }
            });
    return out.toString();
  }

  private static boolean steers(int point) {
    boolean turnsText =
        (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
    return Character.isISOControl(point) || turnsText;
  }

  /** How many columns the character takes. */
  static int width(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return steers(point) ? 1 : 0;
    }
    for (int[] range : WIDE) {
      if (point >= range[0] && point <= range[1]) {
        return 2;
      }
    }
    return 1;
  }
}
