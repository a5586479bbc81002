package org.jcompose.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTests {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "java -jar a.jar, java|-jar|a.jar",
        "  a   b  , a|b",
        "say 'two words' \"and more\", say|two words|and more",
        "glued'to'gether, gluedtogether",
        "an '' empty one, an||empty|one",
        "a\\ b, a b",
        "\"a \\\" b\" 'a \\ b', a \" b|a \\ b",
        "\"\\n stays\", \\n stays",
        "no $VARIABLE *, no|$VARIABLE|*"
      })
  void wordsAreSplitAsAShellDoes(String command, String words) {
    assertThat(Words.split(command))
        .hasValueSatisfying(split -> assertThat(String.join("|", split)).isEqualTo(words));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"'one", "\"one", "it's"})
  void halfAQuotationIsNoCommand(String command) {
    assertThat(Words.split(command)).isEmpty();
  }
}
