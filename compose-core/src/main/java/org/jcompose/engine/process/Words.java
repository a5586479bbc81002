package org.jcompose.engine.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits a command as a shell would, and does nothing else that a shell does. */
final class Words {

  private final String text;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean isInWord;

  private Words(String text) {
    this.text = text;
  }

  /** The words of a command; empty if a quotation mark has no other. */
  static Optional<List<String>> split(String command) {
    Words words = new Words(command);
    return words.split() ? Optional.of(List.copyOf(words.words)) : Optional.empty();
  }

  private boolean split() {
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean escapes = c == '\\' && quote != '\'' && i + 1 < text.length();
      if (escapes && (quote == 0 || "\"\\$`".indexOf(text.charAt(i + 1)) >= 0)) {
        add(text.charAt(++i));
      } else if (quote != 0 && c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
        isInWord = true;
      } else if (quote == 0 && Character.isWhitespace(c)) {
        end();
      } else {
        add(c);
      }
    }
    end();
    return quote == 0;
  }

  private void add(char c) {
    word.append(c);
    isInWord = true;
  }

  private void end() {
    if (isInWord) {
      words.add(word.toString());
      word.setLength(0);
      isInWord = false;
    }
  }
}
