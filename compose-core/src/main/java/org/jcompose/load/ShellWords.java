package org.jcompose.load;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits a command line into words as Docker Compose does: quotes and backslashes as in a POSIX
 * shell, except that {@code \t} and {@code \n} stand for a tab and a line break; no expansion. It
 * ends at the first unquoted {@code ; & | < >}, because no shell is there to act on it.
 *
 * @param words the words, without quotes
 * @param dropped what stands from such a character on; empty if there is none
 */
record ShellWords(List<String> words, String dropped) {

  ShellWords {
    words = List.copyOf(words);
  }

  /** The words of the given line; null if a quote or a parenthesis is not closed. */
  static @Nullable ShellWords parse(String line) {
    return new Splitter(line).split();
  }

  private static final class Splitter {
    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private char quote;
    private int at;

    Splitter(String line) {
      this.line = line;
    }

    @Nullable ShellWords split() {
      for (; at < line.length(); at++) {
        char c = line.charAt(at);
        if (quote == 0 && ";&|<>".indexOf(c) >= 0) {
          return end(line.substring(at));
        }
        if (!take(c)) {
          return null;
        }
      }
      return quote == 0 ? end("") : null;
    }

    private ShellWords end(String dropped) {
      boolean descriptor = dropped.startsWith(">") && startsWithDigit();
      if (inWord && !descriptor) {
        words.add(word.toString());
      }
      return new ShellWords(words, dropped);
    }

    private boolean startsWithDigit() {
      return word.length() > 0 && word.charAt(0) >= '0' && word.charAt(0) <= '9';
    }

    private boolean take(char c) {
      if (c == '\\' && quote != '\'') {
        return takeEscaped();
      }
      if (Character.isWhitespace(c) && quote == 0) {
        endWord();
        return true;
      }
      if (isQuote(c)) {
        quote = quote == 0 ? c : 0;
        inWord = true;
        return true;
      }
      return takePlain(c);
    }

    private boolean isQuote(char c) {
      return (c == '"' || c == '\'') && (quote == 0 || quote == c);
    }

    private boolean takePlain(char c) {
      if (quote == 0 && c == '(') {
        if (word.length() == 0 || word.charAt(word.length() - 1) != '$') {
          return false;
        }
        quote = ')';
      } else if (quote == 0 && c == '`') {
        quote = '`';
      } else if (c == quote) {
        quote = 0;
      } else if (quote == 0 && c == ')') {
        return false;
      }
      word.append(c);
      inWord = true;
      return true;
    }

    private boolean takeEscaped() {
      at++;
      if (at == line.length()) {
        return false;
      }
      char c = line.charAt(at);
      word.append(c == 't' ? '\t' : c == 'n' ? '\n' : c);
      inWord = true;
      return true;
    }

    private void endWord() {
      if (inWord) {
        words.add(word.toString());
        word.setLength(0);
        inWord = false;
      }
    }
  }
}
