package org.jcompose.load;

import org.jspecify.annotations.Nullable;

/**
 * Replaces variables in a text (Compose Specification, "Interpolation"): {@code $VAR}, {@code
 * ${VAR}}, {@code ${VAR:-default}}, {@code ${VAR:?error}}, {@code ${VAR:+replacement}}, each also
 * without the colon, nested, and {@code $$} for a dollar sign; one that begins no variable stands
 * for itself. What is not used is not evaluated.
 */
final class Template {

  private static final int DEEPEST = 50;

  /** Knows variables, and hears what is wrong with their use. */
  interface Context {

    /** The variable's value; null if it is not set. */
    @Nullable String valueOf(String name);

    /** A variable without a default is not set. */
    void unset(String name, String fragment, int at);

    /**
     * A variable is used.
     *
     * @param operator one of {@code - ? +}; a space: none
     * @param word what follows the operator, with its own variables not replaced
     */
    default void used(String name, char operator, String word) {}

    /** Whether the text may grow by that many characters. */
    boolean mayGrow(int characters);

    /** The text at the given index is wrong. */
    void wrong(String fragment, int at, String message, @Nullable String fix);
  }

  private final String text;
  private final Context context;

  private Template(String text, Context context) {
    this.text = text;
    this.context = context;
  }

  /** The text with its variables replaced; the context has heard of what could not be. */
  static String replace(String text, Context context) {
    if (text.indexOf('$') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    new Template(text, context).replace(0, text.length(), 0, out);
    return out.toString();
  }

  private void replace(int from, int to, int depth, StringBuilder out) {
    int at = from;
    while (at < to) {
      int dollar = text.indexOf('$', at);
      if (dollar < 0 || dollar >= to) {
        out.append(text, at, to);
        return;
      }
      out.append(text, at, dollar);
      at = variable(dollar, to, depth, out);
    }
  }

  private int variable(int dollar, int to, int depth, StringBuilder out) {
    int next = dollar + 1;
    char c = next < to ? text.charAt(next) : ' ';
    if (c == '$') {
      out.append('$');
      return next + 1;
    }
    if (c == '{') {
      return braced(dollar, to, depth, out);
    }
    int end = nameEnd(next, to);
    if (end == next) {
      out.append('$');
      return next;
    }
    plain(text.substring(next, end), dollar, end, out);
    return end;
  }

  private int braced(int dollar, int to, int depth, StringBuilder out) {
    int close = closing(dollar + 2, to);
    if (close < 0) {
      context.wrong("${", dollar, "'${' is not closed", "add the missing '}'");
      return to;
    }
    int nameEnd = nameEnd(dollar + 2, close);
    String name = text.substring(dollar + 2, nameEnd);
    if (name.isEmpty() || depth > DEEPEST || !operator(dollar, name, nameEnd, close, depth, out)) {
      invalid(dollar, close + 1);
    }
    return close + 1;
  }

  private void invalid(int from, int to) {
    String fragment = text.substring(from, to);
    context.wrong(
        fragment,
        from,
        "'" + Abbreviated.of(fragment) + "' is no valid interpolation",
        "write '${VARIABLE}' or '${VARIABLE:-default}', and '$$' for a dollar sign");
  }

  private boolean operator(
      int dollar, String name, int nameEnd, int close, int depth, StringBuilder out) {
    if (nameEnd == close) {
      plain(name, dollar, close + 1, out);
      return true;
    }
    boolean colon = text.charAt(nameEnd) == ':';
    int sign = colon ? nameEnd + 1 : nameEnd;
    if (sign >= close || "-?+".indexOf(text.charAt(sign)) < 0) {
      return false;
    }
    String value = context.valueOf(name);
    boolean given = value != null && !(colon && value.isEmpty());
    StringBuilder word = new StringBuilder();
    char kind = text.charAt(sign);
    context.used(name, kind, text.substring(sign + 1, close));
    if (given == (kind == '+')) {
      replace(sign + 1, close, depth + 1, word);
    }
    if (value != null && given && kind != '+') {
      put(value, dollar, out);
    } else if (kind != '?') {
      out.append(word);
    }
    if (kind == '?' && !given) {
      required(dollar, close + 1, name, word.toString());
    }
    return true;
  }

  private void required(int from, int to, String name, String message) {
    String why = message.isEmpty() ? "" : ": " + message;
    context.wrong(
        text.substring(from, to),
        from,
        "variable '" + name + "' is required but not set" + why,
        "set it in the environment or in '.env'");
  }

  private void plain(String name, int from, int to, StringBuilder out) {
    context.used(name, ' ', "");
    String value = context.valueOf(name);
    if (value == null) {
      context.unset(name, text.substring(from, to), from);
    } else {
      put(value, from, out);
    }
  }

  private void put(String value, int from, StringBuilder out) {
    if (context.mayGrow(value.length())) {
      out.append(value);
    } else {
      context.wrong(
          "$", from, "variables make the project's values too long", "is one made of itself?");
    }
  }

  private int closing(int from, int to) {
    int open = 1;
    for (int at = from; at < to; at++) {
      if (text.charAt(at) == '}' && --open == 0) {
        return at;
      }
      if (text.startsWith("${", at)) {
        open++;
        at++;
      }
    }
    return -1;
  }

  private int nameEnd(int from, int to) {
    int at = from;
    while (at < to && isNamePart(text.charAt(at), at == from)) {
      at++;
    }
    return at;
  }

  private static boolean isNamePart(char c, boolean first) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    return letter || (!first && c >= '0' && c <= '9');
  }
}
