package org.jcompose.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jcompose.load.ConformanceCase.Outcome;
import org.jcompose.load.ConformanceCase.Verdict;
import org.junit.jupiter.api.Test;

/**
 * Compares what the loader makes of Compose files that others wrote with what Docker Compose makes
 * of them. The cases lie in the folder that the system property {@code conformance.cases} names, or
 * else beside the repository; without them this is skipped.
 */
class ConformanceTests {

  private static final int FEWEST_AGREEING = 233;
  private static final Path CASES =
      Path.of(System.getProperty("conformance.cases", "../../shared/conformance/cases"))
          .toAbsolutePath()
          .normalize();

  @Test
  void everyCaseAgreesOrNeedsWhatIsNotSupportedYet() throws IOException {
    assumeTrue(Files.isDirectory(CASES), "there are no conformance cases in '" + CASES + "'");
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    List<String> disagreements = new ArrayList<>();
    for (ConformanceCase one : cases()) {
      Verdict verdict = one.verdict();
      counts.merge(verdict.outcome(), 1, Integer::sum);
      if (verdict.outcome() == Outcome.DISAGREES) {
        disagreements.add(one.name() + ": " + verdict.why());
      }
    }
    System.out.println("conformance cases: " + counts);
    assertThat(disagreements).isEmpty();
    assertThat(counts.get(Outcome.AGREES)).isGreaterThanOrEqualTo(FEWEST_AGREEING);
  }

  private static List<ConformanceCase> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.sorted().map(ConformanceCase::new).toList();
    }
  }
}
