package org.jcompose.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How problems read. */
class ProblemTests {

  @Test
  void placeLineNotesAndFixFollowOneAnother() {
    Problem problem =
        Problem.error(place("scale: many", 8, 4), "'scale' must be a number", "use 1")
            .withNotes(List.of("variable 'N' is 'many', from .env:1"));
    assertThat(problem.describe())
        .isEqualTo(
            """
            compose.yaml:1:8: 'scale' must be a number
                1 | scale: many
                  |        ^^^^
              note: variable 'N' is 'many', from .env:1
              fix: use 1""");
  }

  @Test
  void wideAndCombiningCharactersKeepTheCaretInPlace() {
    assertThat(describe("標: e\u0301 値x", 7, 2))
        .isEqualTo("    1 | 標: e\u0301 値x\n      |       ^^^");
  }

  @Test
  void tabsStayTabsBeforeTheCaret() {
    assertThat(describe("a:\tb\tc", 6, 1)).isEqualTo("    1 | a:\tb\tc\n      |   \t \t^");
  }

  @Test
  void longLineIsCutAroundThePlace() {
    String line = "a".repeat(300) + "here" + "b".repeat(300);
    assertThat(describe(line, 301, 4))
        .isEqualTo(
            "    1 | ..."
                + "a".repeat(60)
                + "here"
                + "b".repeat(56)
                + "...\n      | "
                + " ".repeat(63)
                + "^^^^");
  }

  @Test
  void whatSteersTerminalsIsNotPrinted() {
    Problem problem = Problem.error(place("a: \u001b[31m", 4, 1), "'\u001b[31m\nx' is wrong", null);
    assertThat(problem.describe())
        .isEqualTo(
            "compose.yaml:1:4: '\\u001b[31m\\nx' is wrong\n    1 | a: \ufffd[31m\n      |    ^");
  }

  @Test
  void placeBehindTheLineHasItsCaretThere() {
    assertThat(describe("web:", 5, 1)).isEqualTo("    1 | web:\n      |     ^");
  }

  private static String describe(String line, int column, int length) {
    String text = Problem.error(place(line, column, length), "wrong", null).describe();
    return text.substring(text.indexOf('\n') + 1);
  }

  private static Place place(String line, int column, int length) {
    return new Place(Source.of("compose.yaml", line), 1, column, length);
  }
}
