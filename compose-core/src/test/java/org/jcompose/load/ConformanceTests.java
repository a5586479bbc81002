package org.jcompose.load;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.jcompose.testing.RequiresShared;
import org.jcompose.testing.SharedFolder;
import org.junit.jupiter.api.Test;

/**
 * Compares what the loader makes of Compose files that others wrote with what Docker Compose makes
 * of them.
 */
@RequiresShared
class ConformanceTests {

  private static final int FEWEST_AGREEING = 385;

  @Test
  void everyCaseAgrees() throws IOException {
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
    try (Stream<Path> folders = Files.list(SharedFolder.conformance().resolve("cases"))) {
      return folders.sorted().map(ConformanceCase::new).toList();
    }
  }
}
