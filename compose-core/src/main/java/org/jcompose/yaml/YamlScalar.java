package org.jcompose.yaml;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value in one piece, in the style that other YAML readers take it from rightly. */
final class YamlScalar {

  private static final String INDICATORS = "#,[]{}&*!|>'\"%@`";
  private static final int LAST_PRINTABLE_ASCII = 0x7e;
  private static final int FIRST_PRINTABLE_OTHER = 0xa0;
  private static final int BYTE_ORDER_MARK = 0xfeff;
  private static final int LAST_PRINTABLE = 0xfffd;

  private final String text;
  private final boolean string;

  private YamlScalar(String text, boolean string) {
    this.text = text;
    this.string = string;
  }

  /** A scalar, or an empty map or list. */
  static YamlScalar of(@Nullable Object value) {
    if (value instanceof String text) {
      return new YamlScalar(text, true);
    }
    if (value instanceof Map<?, ?>) {
      return new YamlScalar("{}", false);
    }
    if (value instanceof List<?>) {
      return new YamlScalar("[]", false);
    }
    return new YamlScalar(
        value instanceof Number number ? printed(number) : String.valueOf(value), false);
  }

  private static String printed(Number number) {
    if (number instanceof Float) {
      return GoNumbers.print(number.floatValue());
    }
    if (!(number instanceof Double)) {
      return number.toString();
    }
    double value = number.doubleValue();
    if (Double.isInfinite(value)) {
      return value > 0 ? ".inf" : "-.inf";
    }
    return Double.isNaN(value) ? ".nan" : GoNumbers.print(value);
  }

  boolean isMultiline() {
    return text.indexOf('\n') >= 0;
  }

  /** The text in one line. */
  String asKey() {
    return string && text.isEmpty() ? "\"\"" : isMultiline() ? doubleQuoted() : inOneLine();
  }

  /** The text; lines of a block are indented by the given number of spaces. */
  String written(int indent) {
    if (!string) {
      return text;
    }
    if (!isMultiline()) {
      return inOneLine();
    }
    return fitsBlock() ? literal(indent) : doubleQuoted();
  }

  private String inOneLine() {
    if (!string) {
      return text;
    }
    if (text.isEmpty() || YamlStrings.needQuotes(text) || needsEscapes()) {
      return doubleQuoted();
    }
    return isPlain() ? text : "'" + text.replace("'", "''") + "'";
  }

  private boolean needsEscapes() {
    return !text.codePoints().allMatch(YamlScalar::isPrintable);
  }

  private static boolean isPrintable(int c) {
    boolean ascii = c >= ' ' && c <= LAST_PRINTABLE_ASCII;
    boolean other =
        c >= FIRST_PRINTABLE_OTHER && c <= LAST_PRINTABLE && !Character.isSurrogate((char) c);
    return ascii || (other && c != BYTE_ORDER_MARK && c != '\u2028' && c != '\u2029');
  }

  private boolean isPlain() {
    boolean edges = text.startsWith(" ") || text.endsWith(" ");
    boolean marker = text.startsWith("---") || text.startsWith("...");
    return !edges && !marker && !beginsAsOther() && !text.contains(" #") && !holdsColon();
  }

  private boolean beginsAsOther() {
    char first = text.charAt(0);
    boolean alone = text.length() == 1 || text.charAt(1) == ' ';
    return INDICATORS.indexOf(first) >= 0 || ("?:-".indexOf(first) >= 0 && alone);
  }

  private boolean holdsColon() {
    return text.endsWith(":") || text.contains(": ");
  }

  private boolean fitsBlock() {
    boolean spaceAtEnd = text.endsWith(" ") || text.contains(" \n");
    return !spaceAtEnd && text.codePoints().allMatch(c -> c == '\n' || c == '\t' || isPrintable(c));
  }

  private String literal(int indent) {
    char first = text.charAt(0);
    StringBuilder block = new StringBuilder("|");
    if (first == ' ' || first == '\n') {
      block.append('2');
    }
    block.append(text.endsWith("\n") ? text.endsWith("\n\n") || text.equals("\n") ? "+" : "" : "-");
    String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    for (String line : body.split("\n", -1)) {
      block.append('\n').append(line.isEmpty() ? "" : " ".repeat(indent) + line);
    }
    return block.toString();
  }

  private String doubleQuoted() {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(c -> quoted.append(escaped(c)));
    return quoted.append('"').toString();
  }

  private static String escaped(int c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case 0 -> "\\0";
      case 7 -> "\\a";
      case '\b' -> "\\b";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case 0x0b -> "\\v";
      case '\f' -> "\\f";
      case '\r' -> "\\r";
      case 0x1b -> "\\e";
      case 0x85 -> "\\N";
      case 0x2028 -> "\\L";
      case 0x2029 -> "\\P";
      default -> isPrintable(c) ? Character.toString(c) : hexadecimal(c);
    };
  }

  private static String hexadecimal(int c) {
    return c <= 0xff
        ? String.format("\\x%02X", c)
        : String.format(c <= 0xffff ? "\\u%04X" : "\\U%08X", c);
  }
}
