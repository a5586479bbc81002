package org.jcompose.load;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jcompose.problem.Place;
import org.jcompose.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Reads an environment file (Compose Specification, "Env_file format"): {@code KEY=value}, {@code
 * KEY: value} or a bare {@code KEY}, which takes the value that is already set; {@code export}
 * before a key; comments, on their own lines or after a value and a space; quotes, within which a
 * value may take several lines; variables, except in single quotes. After a quoted value another
 * statement may follow on the same line. No value is ever shown in a problem.
 */
final class Dotenv {

  private static final String EXPORT = "export";

  private final TextPlaces places;
  private final String text;
  private final Function<String, @Nullable String> outer;
  private final Map<String, String> values;
  private final Problems problems;
  private final VariableUse use;
  private int at;

  private Dotenv(
      TextFiles.Text file,
      Function<String, @Nullable String> outer,
      Map<String, String> values,
      Problems problems) {
    this.places = TextPlaces.withoutLines(file);
    this.text = file.text();
    this.outer = outer;
    this.values = values;
    this.problems = problems;
    this.use = new VariableUse(this::lookup, List::of, file.growth(), problems);
  }

  /**
   * Adds the file's variables to the given ones, which are those of earlier files.
   *
   * @param outer variables that are set already; they win in expansions
   */
  static void read(
      TextFiles.Text file,
      Function<String, @Nullable String> outer,
      Map<String, String> values,
      Problems problems) {
    Dotenv dotenv = new Dotenv(file, outer, values, problems);
    while (dotenv.at < dotenv.text.length()) {
      dotenv.statement();
    }
  }

  private @Nullable String lookup(String name) {
    String value = outer.apply(name);
    return value != null ? value : values.get(name);
  }

  private void statement() {
    skip(Dotenv::isSpace);
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
    } else if (at == text.length() || peek() == '\n') {
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
    int end = at + EXPORT.length();
    if (text.startsWith(EXPORT, at) && end < text.length() && isBlank(text.charAt(end))) {
      at = end;
      skip(Dotenv::isBlank);
    }
  }

  private void inherit(String key) {
    String value = outer.apply(key);
    if (value != null) {
      values.put(key, value);
    }
  }

  private void wrongKey(int where) {
    String seen = where < text.length() ? text.substring(where, where + 1) : "";
    problems.error(
        places.at(where, 1),
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
    int comment = line.indexOf(" #");
    if (line.startsWith("#") && isBlank(text.charAt(start - 1))) {
      problems.warning(
          places.at(start, 1),
          "the value of '" + key + "' begins here: a comment needs a value before it",
          "write '" + key + "=\"\" # ...'");
    }
    String raw = withoutEnd(comment < 0 ? line : line.substring(0, comment));
    values.put(key, expand(raw, start));
  }

  private static String withoutEnd(String line) {
    int end = line.length();
    while (end > 0 && isSpace(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(0, end);
  }

  private void quoted(String key, char quote) {
    int start = at + 1;
    int end = start;
    while (end < text.length() && text.charAt(end) != quote) {
      end += text.charAt(end) == '\\' && end + 1 < text.length() ? 2 : 1;
    }
    if (end >= text.length()) {
      problems.error(places.at(at, 1), "the quote of '" + key + "' is not closed");
      at = text.length();
      return;
    }
    String raw = text.substring(start, end);
    boolean expands = quote == '"';
    values.put(key, expands ? expand(DotenvEscapes.in(raw), start) : raw.replace("\\'", "'"));
    at = end + 1;
    warnOfRest(key);
  }

  private void warnOfRest(String key) {
    skip(Dotenv::isBlank);
    if (at < text.length() && isKeyPart(peek())) {
      problems.warning(
          places.at(at, 1),
          "what follows the quoted value of '" + key + "' is read as another variable",
          "begin a new line, or a comment with '#'");
    }
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
    return places.at(Math.max(found, start), fragment.length());
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

  private static boolean isSpace(char c) {
    return Character.isSpaceChar(c) || c == '\n' || isBlank(c);
  }

  private static boolean isBlank(char c) {
    return " \t\r\f\u000b\u0085\u00a0".indexOf(c) >= 0;
  }

  private static boolean isKeyPart(char c) {
    return Character.isLetterOrDigit(c) || "_.-[]".indexOf(c) >= 0;
  }

  @FunctionalInterface
  private interface CharTest {
    boolean holds(char c);
  }
}
