package org.jcompose.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PlannerTests {

  @TestFactory
  Stream<DynamicTest> planIsAsWritten() throws Exception {
    return cases().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      PlanCase fixture = PlanCase.read(file);
                      assertThat(fixture.planned()).isEqualTo(fixture.expected());
                    }));
  }

  @Test
  void thereAreCases() throws Exception {
    assertThat(cases()).hasSizeGreaterThan(20);
  }

  private static List<Path> cases() throws IOException, URISyntaxException {
    Path folder = Path.of(Objects.requireNonNull(PlannerTests.class.getResource("/plan")).toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
