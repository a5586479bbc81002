package org.jcompose.load;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Escapes in double quotes: those of C but for hexadecimal ones; others stand for themselves. */
final class DotenvEscapes {

  private static final Pattern ESCAPE = Pattern.compile("\\\\([abcfnrtv$\"\\\\]|0[0-9]{0,3})");
  private static final Pattern OCTAL = Pattern.compile("0([0-3][0-7]{2})");

  private DotenvEscapes() {}

  /** The text without escapes, for {@link Template}: an escaped dollar sign is doubled. */
  static String in(String raw) {
    return raw.indexOf('\\') < 0
        ? raw
        : ESCAPE.matcher(raw).replaceAll(it -> Matcher.quoteReplacement(of(it.group(1))));
  }

  private static String of(String escape) {
    return switch (escape) {
      case "a" -> "\u0007";
      case "b" -> "\b";
      case "f" -> "\f";
      case "n" -> "\n";
      case "r" -> "\r";
      case "t" -> "\t";
      case "v" -> "\u000b";
      case "$" -> "$$";
      case "\"", "\\" -> escape;
      default -> octal(escape);
    };
  }

  /** Docker Compose takes the zero away also where no octal number follows. */
  private static String octal(String escape) {
    Matcher octal = OCTAL.matcher(escape);
    if (octal.matches()) {
      return Character.toString(Integer.parseInt(octal.group(1), 8));
    }
    return "\\" + (escape.startsWith("0") ? escape.substring(1) : escape);
  }
}
