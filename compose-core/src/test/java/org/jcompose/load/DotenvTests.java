package org.jcompose.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jcompose.problem.Problem;
import org.jcompose.problem.Problems;
import org.jcompose.problem.Source;
import org.junit.jupiter.api.Test;

class DotenvTests {

  private static final Map<String, String> OUTER = Map.of("HOST", "outer", "TAKEN", "from outside");

  private final Problems problems = new Problems();

  @Test
  void readsKeysAndValues() {
    assertThat(read("A=1\nB = two words \nC: yaml\n\n  D=\nE.x-1[0]=e"))
        .containsExactly(
            Map.entry("A", "1"),
            Map.entry("B", "two words"),
            Map.entry("C", "yaml"),
            Map.entry("D", ""),
            Map.entry("E.x-1[0]", "e"));
  }

  @Test
  void readsExportAndComments() {
    assertThat(read("# first\nexport A=1 # one\nexport\tB=a#b\nC=#none\nexported=x"))
        .containsExactly(
            Map.entry("A", "1"),
            Map.entry("B", "a#b"),
            Map.entry("C", ""),
            Map.entry("exported", "x"));
  }

  @Test
  void readsQuotesOverSeveralLines() {
    assertThat(read("A=\"one\n# two\n\\\"three\\\"\\n\\$HOST\" # end\nB='$HOST\nx \\' y'\r\nC=c"))
        .containsExactly(
            Map.entry("A", "one\n# two\n\"three\"\n$HOST"),
            Map.entry("B", "$HOST\nx ' y"),
            Map.entry("C", "c"));
  }

  @Test
  void expandsVariablesWithOuterOnesFirst() {
    assertThat(read("HOST=inner\nA=$HOST/${B:-none}\nB=\"${A}!\""))
        .containsEntry("A", "outer/none")
        .containsEntry("B", "outer/none!");
  }

  @Test
  void aBareKeyTakesTheOuterValueOrNone() {
    assertThat(read("TAKEN\nABSENT\nexport HOST # c"))
        .containsExactly(Map.entry("TAKEN", "from outside"), Map.entry("HOST", "outer"));
  }

  @Test
  void problemsNameThePlaceButNoValue() {
    read("A=1\n  k e y=secret\nB=${NONE:?gone} secret\nC='x' secret\nD=\"secret");
    assertThat(problems.all().stream().map(Problem::describe))
        .containsExactly(
            """
            .env:2:5: 'e' cannot be part of a variable's name
              fix: write 'NAME=value', a comment after '#', and quotes around a value of several \
            lines""",
            """
            .env:3:3: variable 'NONE' is required but not set: gone
              fix: set it in the environment or in '.env'""",
            ".env:4:7: unexpected text after the quoted value of 'C'",
            ".env:5:3: the quote of 'D' is not closed");
  }

  @Test
  void rawFilesAreTakenAsTheyAre() {
    Map<String, String> values =
        Dotenv.readRaw(Source.of("x", ""), "# c\nA=\"$HOST\" # x\n\nB\n", problems);
    assertThat(values).containsExactly(Map.entry("A", "\"$HOST\" # x"));
    assertThat(problems.all().stream().map(Problem::describe))
        .containsExactly("x:4:1: '=' is missing after a variable's name");
  }

  private Map<String, String> read(String text) {
    return Dotenv.read(Source.of(".env", text), text, OUTER::get, problems);
  }
}
