package org.jcompose.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jcompose.problem.Problem;
import org.jcompose.problem.Problems;
import org.jcompose.problem.Source;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class YamlReaderTests {

  private final Problems problems = new Problems();

  @Test
  void everyNodeKnowsItsPlace() {
    Mapping root = mapping("a:\n  - 'x y'\n  - {k: &n 5, l: *n}\nü: |\n  text\n");
    assertThat(print(root))
        .isEqualTo(
            "{a@1:1=[x y@2:5+5, {k@3:6=5@3:9+4, l@3:15=5@3:9+4}@3:5], ü@4:1=text\n@4:4+1}@1:1");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "~, NULL, null",
        "null, NULL, null",
        "true, BOOLEAN, true",
        "FALSE, BOOLEAN, false",
        "yes, STRING, yes",
        "off, STRING, off",
        "12, INTEGER, 12",
        "1_000, INTEGER, 1000",
        "0x1F, INTEGER, 31",
        "0o755, INTEGER, 493",
        "0755, INTEGER, 493",
        "0b101, INTEGER, 5",
        "-7, INTEGER, -7",
        "1.50, FLOAT, 1.5",
        "1e3, FLOAT, 1000.0",
        ".inf, FLOAT, Infinity",
        "08, FLOAT, 8.0",
        "12:30:45, STRING, 12:30:45",
        "2020-01-01, STRING, 2020-01-01",
        "1.2.3, STRING, 1.2.3",
        "'12', STRING, 12",
        "!!str 12, STRING, 12",
        "_1, STRING, _1",
        "18446744073709551615, INTEGER, 18446744073709551615",
        "99999999999999999999, FLOAT, 1.0E20",
        "1e400, STRING, 1e400",
      })
  void plainScalarsAreWhatDockerComposeTakesThemFor(String text, Scalar.Type type, String value) {
    Scalar scalar = (Scalar) mapping("k: " + text).get("k");
    assertThat(scalar).isNotNull();
    assertThat(scalar.type()).isEqualTo(type);
    assertThat(String.valueOf(scalar.value())).isEqualTo(value);
  }

  @Test
  void mergesTakeWhatIsNotThere() {
    Mapping root = mapping("a: &a {x: 1, y: 2}\nb: &b {y: 3, z: 4}\nc: {<<: [*a, *b], x: 0}");
    assertThat(print(root.get("c")).replaceAll("@[0-9:+]+", "")).isEqualTo("{x=0, y=2, z=4}");
    assertThat(mapping("'<<': x").has("<<")).isTrue();
  }

  @Test
  void resetAndOverrideAreKept() {
    Mapping root = mapping("a: !reset null\nb: !override [1]\nc: !reset {}\nd: x");
    assertThat(root.entries().stream().map(entry -> entry.value().directive().name()))
        .containsExactly("RESET", "OVERRIDE", "RESET", "NONE");
  }

  @Test
  void severalDocumentsAreRead() {
    assertThat(read("a: 1\n---\n# nothing\n---\nb: 2\n")).hasSize(2);
  }

  @Test
  void fragmentsAreFoundInTheirLine() {
    Scalar scalar = (Scalar) mapping("k: |\n  one $X\n  two $X $X\n").get("k");
    assertThat(scalar).isNotNull();
    assertThat(List.of(scalar.placeOf("$X", 0), scalar.placeOf("$X", 2), scalar.placeOf("no", 0)))
        .map(Object::toString)
        .containsExactly("f:2:7", "f:3:10", "f:1:4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a: 1\\na: 2 | f:2:1: 'a' is defined twice: first at f:1:1",
        "a: b: c | f:1:5: ':' is not allowed here",
        "a:\\n\\tb: c | f:2:1: a tab cannot indent a line or begin a value",
        "a: b\\nc\\nd: e | f:3:1: ':' is missing after the key before this",
        "a:\\n    b: 1\\n  c: 2 | f:3:3: the indentation of this line fits nothing above it",
        "a: *b | f:1:4: alias '*b' refers to no anchor before it",
        "a: &x [*x] | f:1:8: alias '*x' refers to what contains it",
        "? {a: b}\\n: c | f:1:3: a mapping cannot be a key",
        "<<: 5 | f:1:5: '<<' takes a mapping or a list of mappings, not the number",
        "a: x\\0y | f:1:5: a NUL character cannot be part of a Compose file",
        "a: \\a | f:1:4: the control character U+0007 cannot be part of a Compose file",
      })
  void slipsGetASentenceAtTheirPlace(String text, String expected) {
    String written =
        text.replace("\\n", "\n").replace("\\t", "\t").replace("\\0", "\0").replace("\\a", "\7");
    read(written);
    assertThat(sentences()).containsExactly(expected);
  }

  @Test
  void depthIsBounded() {
    read("{".repeat(100_000));
    read("a: " + "[".repeat(100_000));
    read("- ".repeat(100_000));
    assertThat(sentences())
        .containsExactly(
            "f:1:201: more than 200 levels of nesting",
            "f:1:203: more than 200 levels of nesting",
            "f:1:401: more than 200 levels of nesting");
  }

  @Test
  void whatAliasesExpandToIsBounded() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 20; i++) {
      String alias = "*a" + (i - 1);
      bomb.append(String.format("a%d: &a%d [%s]%n", i, i, (alias + ", ").repeat(9) + alias));
    }
    read(bomb.toString());
    assertThat(sentences()).containsExactly("f:5:5: more than a million values, aliases expanded");
  }

  @Test
  void depthIsBoundedThroughAliases() {
    StringBuilder chain = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 1_000; i++) {
      chain.append(String.format("a%d: &a%d [*a%d]%n", i, i, i - 1));
    }
    read(chain.toString());
    assertThat(sentences()).containsExactly("f:199:7: aliases nest more than 200 levels deep");
  }

  @Test
  void lengthIsBounded() {
    read("# comment\n".repeat(YamlReader.LONGEST / 10 + 1));
    assertThat(sentences()).containsExactly("f:1:1: 'f' is longer than 16 MiB");
  }

  @Test
  void aLongTokenCostsNoMoreThanItsLength() {
    long start = System.nanoTime();
    read("a: '" + "x".repeat(4_000_000) + "'");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertThat(problems.all()).isEmpty();
  }

  private Mapping mapping(String text) {
    return (Mapping) read(text).get(0);
  }

  private List<Node> read(String text) {
    return new YamlReader(Source.of("f", text), problems).read(text);
  }

  private List<String> sentences() {
    return problems.all().stream()
        .map(problem -> new Problem(problem.severity(), problem.place(), problem.message(), null))
        .map(Problem::describe)
        .map(text -> text.lines().findFirst().orElseThrow())
        .toList();
  }

  private static String print(Node node) {
    String at = "@" + node.place().line() + ":" + node.place().column();
    if (node instanceof Mapping mapping) {
      return mapping.entries().stream()
              .map(it -> it.key() + key(it) + "=" + print(it.value()))
              .collect(Collectors.joining(", ", "{", "}"))
          + at;
    }
    if (node instanceof Node.Sequence list) {
      return list.items().stream()
          .map(YamlReaderTests::print)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return String.format(Locale.ROOT, "%s%s+%d", ((Scalar) node).text(), at, node.place().length());
  }

  private static String key(Node.Entry entry) {
    return "@" + entry.place().line() + ":" + entry.place().column();
  }
}
