package org.jcompose.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jcompose.problem.InvalidProjectException;
import org.jcompose.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A hostile file costs bounded time and memory, and ends in a clear error. */
@Timeout(30)
class BoundsTests {

  @Test
  void portsThatRangesExpandToAreBounded() {
    String ranges = "    - '1-65535:1-65535'\n".repeat(1_000);
    List<Problem> problems = problems("services:\n  a:\n    image: x\n    ports:\n" + ranges);
    assertThat(problems)
        .extracting(Problem::message)
        .containsOnly("the project has more ports than can be handled");
  }

  @Test
  void thousandsOfProblemsAreCounted() {
    String keys =
        IntStream.range(0, 50_000)
            .mapToObj(i -> "    imag" + i + ": 1\n")
            .collect(Collectors.joining());
    List<Problem> problems = problems("services:\n  a:\n    image: x\n" + keys);
    assertThat(problems).hasSize(1_001);
    assertThat(problems.get(0).message()).isEqualTo("there are 49000 more problems than are shown");
  }

  @Test
  void hugeNumbersAreNoNumbers() {
    String digits = "9".repeat(1_000_000);
    List<Problem> problems =
        problems(
            "services: {a: {image: x, scale: "
                + digits
                + ", stop_grace_period: 1"
                + digits
                + "s}}");
    assertThat(problems)
        .extracting(Problem::message)
        .containsExactly(
            "'services.a.scale' must be a whole number, not '" + "9".repeat(60) + "...'",
            "'services.a.stop_grace_period' must be a duration with its unit, such as '1m30s', not '1"
                + "9".repeat(59)
                + "...'");
  }

  @Test
  void manyWrongVariablesInOneValueCostLittle() {
    List<Problem> problems = problems("x-a: '" + "${} ".repeat(100_000) + "'\n");
    assertThat(problems).hasSizeBetween(100, 1_001);
  }

  private static List<Problem> problems(String text) {
    LoadRequest request = LoadRequest.in(Path.of("/srv")).files("-").standardInput(text).build();
    return catchThrowableOfType(InvalidProjectException.class, () -> new Loader().load(request))
        .problems();
  }
}
