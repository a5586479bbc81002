package org.jcompose.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordsTests {

  @Test
  void splitsAtSpaces() {
    assertThat(words("  a\tb \n c ")).containsExactly("a", "b", "c");
    assertThat(words("")).isEmpty();
  }

  @Test
  void quotesKeepWordsTogether() {
    assertThat(words("'a b' \"c 'd'\" e'f g'h '' \"\""))
        .containsExactly("a b", "c 'd'", "ef gh", "", "");
  }

  @Test
  void backslashesEscapeExceptInSingleQuotes() {
    assertThat(words("a\\ b \"\\\"\" '\\' \\n\\t")).containsExactly("a b", "\"", "\\", "\n\t");
  }

  @Test
  void substitutionsStayAsTheyAre() {
    assertThat(words("echo $(date +%s) `id -u` $HOME"))
        .containsExactly("echo", "$(date +%s)", "`id -u`", "$HOME");
  }

  @Test
  void endsWhereAShellWouldBeNeeded() {
    assertThat(ShellWords.parse("a 'b;c' d&& e")).isEqualTo(parsed("&& e", "a", "b;c", "d"));
    assertThat(ShellWords.parse("a 2>&1")).isEqualTo(parsed(">&1", "a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'a", "\"a", "a\\", "$(a", "`a", "(a)", "a)"})
  void whatIsNotClosedIsNoCommand(String line) {
    assertThat(ShellWords.parse(line)).isNull();
  }

  private static java.util.List<String> words(String line) {
    ShellWords words = ShellWords.parse(line);
    assertThat(words).isNotNull();
    assertThat(words.dropped()).isEmpty();
    return words.words();
  }

  private static ShellWords parsed(String dropped, String... words) {
    return new ShellWords(java.util.List.of(words), dropped);
  }
}
