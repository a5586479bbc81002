package org.jcompose.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jcompose.problem.Problem;
import org.jcompose.problem.Problems;
import org.jcompose.problem.Source;
import org.junit.jupiter.api.Test;

class DotenvTests {

  private static final Map<String, String> OUTER = Map.of("HOST", "outer", "TAKEN", "from outside");

  private final Problems problems = new Problems();
  private final Map<String, String> values = new LinkedHashMap<>();

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
            Map.entry("C", "#none"),
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
    assertThat(read("TAKEN\nABSENT\nexport HOST"))
        .containsExactly(Map.entry("TAKEN", "from outside"), Map.entry("HOST", "outer"));
  }

  @Test
  void earlierValuesOfTheSameOrAnotherFileAreUsedIfThereIsNoOuterOne() {
    values.put("BEFORE", "0");
    assertThat(read("A=1\nB=$A$BEFORE\nA=2\nBEFORE=3\nC=${A}$BEFORE"))
        .containsEntry("B", "10")
        .containsEntry("C", "23");
  }

  @Test
  void escapesAreThoseOfDoubleQuotes() {
    assertThat(read("A=\"a\\tb\\a\\q\\\\\\0101\\08\"\nB=a\\tb\nC='a\\tb\\'c'"))
        .containsExactly(
            Map.entry("A", "a\tb\u0007\\q\\A\\8"),
            Map.entry("B", "a\\tb"),
            Map.entry("C", "a\\tb'c"));
  }

  @Test
  void lineEndsWithinQuotesStayAsTheyAre() {
    assertThat(read("A=1\r\nB=\"x\r\ny\"\r\nC: 3\u00a0\r\n"))
        .containsExactly(Map.entry("A", "1"), Map.entry("B", "x\r\ny"), Map.entry("C", "3"));
  }

  @Test
  void whatFollowsAQuotedValueIsAnotherStatement() {
    assertThat(read("A=\"x\"B=2\nC='y' TAKEN\nD=# no comment\nE= # none, either"))
        .containsExactly(
            Map.entry("A", "x"),
            Map.entry("B", "2"),
            Map.entry("C", "y"),
            Map.entry("TAKEN", "from outside"),
            Map.entry("D", "# no comment"),
            Map.entry("E", "# none, either"));
    assertThat(problems.all().stream().map(Problem::describe))
        .containsExactly(
            """
            .env:1:6: warning: what follows the quoted value of 'A' is read as another variable
              fix: begin a new line, or a comment with '#'\
            """,
            """
            .env:2:7: warning: what follows the quoted value of 'C' is read as another variable
              fix: begin a new line, or a comment with '#'\
            """,
            """
            .env:4:4: warning: the value of 'E' begins here: a comment needs a value before it
              fix: write 'E="" # ...'\
            """);
  }

  @Test
  void problemsNameThePlaceButNoValue() {
    read("A=1\n  k e y=secret\nB=${NONE:?gone} secret\nC='x' \"secret\"\nD # c\nE=\"secret");
    assertThat(problems.all().stream().map(Problem::describe))
        .containsExactly(
            """
            .env:2:5: 'e' cannot be part of a variable's name
              fix: write 'NAME=value', a comment after '#', and quotes around a value of several \
            lines\
            """,
            """
            .env:3:3: variable 'NONE' is required but not set: gone
              fix: set it in the environment or in '.env'\
            """,
            """
            .env:4:7: '"' cannot be part of a variable's name
              fix: write 'NAME=value', a comment after '#', and quotes around a value of several \
            lines\
            """,
            """
            .env:5:3: '#' cannot be part of a variable's name
              fix: write 'NAME=value', a comment after '#', and quotes around a value of several \
            lines\
            """,
            ".env:6:3: the quote of 'E' is not closed");
  }

  @Test
  void rawFilesAreTakenAsTheyAre() {
    String text = "# c\nA=\"$HOST\" # x\n\r\n  B=b \r\nTAKEN\nABSENT\n=x\nexport C=c";
    RawEnvFile.read(file(text), OUTER::get, values, problems);
    assertThat(values)
        .containsExactly(
            Map.entry("A", "\"$HOST\" # x"),
            Map.entry("B", "b "),
            Map.entry("TAKEN", "from outside"));
    assertThat(problems.all().stream().map(Problem::describe))
        .containsExactly(
            ".env:7:1: a variable's name is missing before '='",
            """
            .env:8:1: a variable's name cannot hold a space
              fix: leave out what is not the name: the format 'raw' knows no 'export'\
            """);
  }

  private Map<String, String> read(String text) {
    Dotenv.read(file(text), OUTER::get, values, problems);
    return values;
  }

  private static TextFiles.Text file(String text) {
    return new TextFiles.Text(Source.of(".env", text), text, new Allowance(1_000));
  }
}
