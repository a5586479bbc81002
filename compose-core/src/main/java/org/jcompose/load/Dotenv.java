package org.jcompose.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jcompose.problem.Place;
import org.jcompose.problem.Problems;
import org.jcompose.problem.Source;
import org.jspecify.annotations.Nullable;

/**
 * Reads an environment file (Compose Specification, "Env_file format"): {@code KEY=value}, {@code
 * KEY: value} or a bare {@code KEY}, which takes the value that is already set; {@code export}
 * before a key; comments; quotes, within which a value may take several lines; variables, except in
 * single quotes. No value is ever shown in a problem.
 */
final class Dotenv {

  private final Source source;
  private final String text;
  private final Function<String, @Nullable String> outer;
  private final Problems problems;
  private final VariableUse use;
  private final Map<String, String> values = new LinkedHashMap<>();
  private int at;

  private Dotenv(
      Source source, String text, Function<String, @Nullable String> outer, Problems problems) {
    this.source = withoutLines(source);
    this.text = text;
    this.outer = outer;
    this.problems = problems;
    this.use = new VariableUse(this::lookup, problems);
  }

  /**
   * The variables of the given text, in their order.
   *
   * @param outer variables that are set already; they win in expansions
   */
  static Map<String, String> read(
      Source source, String text, Function<String, @Nullable String> outer, Problems problems) {
    String lines = text.replace("\r\n", "\n");
    Dotenv dotenv = new Dotenv(source, lines, outer, problems);
    while (dotenv.at < lines.length()) {
      dotenv.statement();
    }
    return dotenv.values;
  }

  /** The variables of the given text in the format {@code raw}: nothing but lines of key=value. */
  static Map<String, String> readRaw(Source source, String text, Problems problems) {
    Map<String, String> values = new LinkedHashMap<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      int equals = line.indexOf('=');
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (equals < 1) {
        problems.error(
            new Place(withoutLines(source), number, 1, 1),
            "'=' is missing after a variable's name");
      } else {
        values.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    return values;
  }

  /** Values may be secrets, so problems do not show the line. */
  private static Source withoutLines(Source source) {
    return new Source(source.name(), List.of());
  }

  private @Nullable String lookup(String name) {
    String value = outer.apply(name);
    return value != null ? value : values.get(name);
  }

  private void statement() {
    skip(c -> Character.isWhitespace(c));
    if (at == text.length()) {
      return;
    }
    if (peek() == '#') {
      skipLine();
      return;
    }
    skipExport();
    int start = at;
    skip(Dotenv::isKeyPart);
    String key = text.substring(start, at);
    skip(Dotenv::isBlank);
    if (key.isEmpty()) {
      wrongKey(start);
    } else if (at == text.length() || peek() == '\n' || peek() == '#') {
      inherit(key);
    } else if (peek() == '=' || peek() == ':') {
      at++;
      skip(Dotenv::isBlank);
      value(key);
    } else {
      wrongKey(at);
    }
  }

  private void skipExport() {
    String word = "export";
    int end = at + word.length();
    if (text.startsWith(word, at) && end < text.length() && isBlank(text.charAt(end))) {
      at = end;
      skip(Dotenv::isBlank);
    }
  }

  private void inherit(String key) {
    String value = outer.apply(key);
    if (value != null) {
      values.put(key, value);
    }
    skipLine();
  }

  private void wrongKey(int where) {
    String seen = where < text.length() ? text.substring(where, where + 1) : "";
    problems.error(
        placeAt(where, 1),
        "'" + seen + "' cannot be part of a variable's name",
        "write 'NAME=value', a comment after '#', and quotes around a value of several lines");
    skipLine();
  }

  private void value(String key) {
    char first = at < text.length() ? peek() : '\n';
    if (first == '"' || first == '\'') {
      quoted(key, first);
    } else {
      unquoted(key);
    }
  }

  private void unquoted(String key) {
    int start = at;
    skipLine();
    String line = text.substring(start, at);
    int comment = line.startsWith("#") ? 0 : line.indexOf(" #");
    String raw = (comment < 0 ? line : line.substring(0, comment)).stripTrailing();
    values.put(key, expand(raw, start));
  }

  private void quoted(String key, char quote) {
    int start = at + 1;
    int end = start;
    while (end < text.length() && text.charAt(end) != quote) {
      end += text.charAt(end) == '\\' && end + 1 < text.length() ? 2 : 1;
    }
    if (end >= text.length()) {
      problems.error(placeAt(at, 1), "the quote of '" + key + "' is not closed");
      at = text.length();
      return;
    }
    String raw = text.substring(start, end);
    values.put(key, quote == '"' ? expand(unescaped(raw), start) : raw.replace("\\'", "'"));
    at = end + 1;
    rest(key);
  }

  private void rest(String key) {
    skip(Dotenv::isBlank);
    if (at < text.length() && peek() != '\n' && peek() != '#') {
      problems.error(placeAt(at, 1), "unexpected text after the quoted value of '" + key + "'");
    }
    skipLine();
  }

  private String expand(String raw, int start) {
    String expanded =
        use.replace(raw, (fragment, occurrence) -> placeOf(fragment, occurrence, start));
    return expanded == null ? "" : expanded;
  }

  private Place placeOf(String fragment, int occurrence, int start) {
    int found = text.indexOf(fragment, start);
    for (int i = 0; i < occurrence && found >= 0; i++) {
      found = text.indexOf(fragment, found + 1);
    }
    return placeAt(Math.max(found, start), fragment.length());
  }

  private static String unescaped(String raw) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '\\' && i + 1 < raw.length()) {
        i++;
        out.append(escape(raw.charAt(i)));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String escape(char c) {
    return switch (c) {
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      case '$' -> "$$";
      case '"', '\\' -> String.valueOf(c);
      default -> "\\" + c;
    };
  }

  private char peek() {
    return text.charAt(at);
  }

  private void skip(CharTest test) {
    while (at < text.length() && test.holds(peek())) {
      at++;
    }
  }

  private void skipLine() {
    skip(c -> c != '\n');
  }

  private Place placeAt(int index, int length) {
    int lineStart = text.lastIndexOf('\n', Math.max(0, index - 1)) + 1;
    if (index == 0) {
      lineStart = 0;
    }
    int line = 1 + (int) text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
    int column = text.codePointCount(lineStart, Math.min(index, text.length())) + 1;
    return new Place(source, line, column, Math.max(1, length));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\u00a0';
  }

  private static boolean isKeyPart(char c) {
    return Character.isLetterOrDigit(c) || "_.-[]".indexOf(c) >= 0;
  }

  @FunctionalInterface
  private interface CharTest {
    boolean holds(char c);
  }
}
