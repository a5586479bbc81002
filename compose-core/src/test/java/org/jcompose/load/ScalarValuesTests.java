package org.jcompose.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.jcompose.yaml.GoNumbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarValuesTests {

  @ParameterizedTest
  @CsvSource({
    "1m30s, PT1M30S",
    "0.5s, PT0.5S",
    "250ms, PT0.25S",
    "1d, PT24H",
    "2w1h, PT337H",
    "0, PT0S",
    "10us, PT0.00001S",
    "1h1m1.5s, PT1H1M1.5S",
    "-5s, PT-5S",
    "7ns, PT0.000000007S"
  })
  void durationsAreSumsOfUnits(String text, Duration expected) {
    assertThat(Durations.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "s", "1x", "1s 2s", "1..5s", "99999999999w", "soon"})
  void whatHasNoUnitIsNoDuration(String text) {
    assertThat(Durations.parse(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"1024, 1024", "64m, 67108864", "1.5gb, 1610612736", "2 KiB, 2048", "1b, 1", "0, 0"})
  void sizesHaveBinaryUnits(String text, long expected) {
    assertThat(ByteSizes.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "m", "-1", "1x", "99999999e", "1 2"})
  void otherTextIsNoSize(String text) {
    assertThat(ByteSizes.parse(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "1.5, 1.5",
    "1.0, 1",
    "0.0001, 0.0001",
    "0.00001, 1e-05",
    "123456, 123456",
    "1234567, 1.234567e+06",
    "1e21, 1e+21",
    "-2.5, -2.5",
    "0, 0",
    "1e100, 1e+100"
  })
  void numbersPrintAsInGo(double number, String expected) {
    assertThat(GoNumbers.print(number)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"My App, myapp", "_-x, x", "a.b-c_d, ab-c_d", "Ünï, n", "---, ''"})
  void projectNamesAreMadeOfFolders(String folder, String expected) {
    assertThat(ProjectName.of(Path.of("/srv").resolve(folder))).isEqualTo(expected);
  }

  @Test
  void projectNamesFollowTheRule() {
    assertThat(Stream.of("a", "0-_b", "", "-a", "A", "a b", "a/b").filter(ProjectName::isValid))
        .containsExactly("a", "0-_b");
    assertThat(ProjectName.of(Path.of("/"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "imge, image",
    "nettworks, networks",
    "prots, ports",
    "Image, image",
    "alias, aliases"
  })
  void nearNamesAreSuggested(String name, String expected) {
    Set<String> known = Set.of("image", "networks", "ports", "aliases", "x");
    assertThat(Suggestion.didYouMean(name, known)).isEqualTo("did you mean '" + expected + "'?");
  }

  @Test
  void farNamesAreNotSuggested() {
    assertThat(Suggestion.didYouMean("volumes", Set.of("image", "db"))).isNull();
    assertThat(Suggestion.didYouMean("x".repeat(100_000), Set.of("image"))).isNull();
  }
}
