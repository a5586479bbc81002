package org.jcompose.examples;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jcompose.testing.RequiresDocker;
import org.jcompose.testing.Survivors;
import org.jcompose.testing.TestEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class QuickstartTests {

  private static final Map<String, String> ON_THE_HOST = Map.of("JCOMPOSE_ENGINE", "process");

  private static final Map<String, String> SEEDED =
      Map.of(
          "mercury", "a day there is twice as long as a year",
          "venus", "turns the other way round, so the sun rises in the west",
          "mars", "has the tallest mountain, Olympus Mons, 22 km high",
          "jupiter", "turns once in less than ten hours",
          "saturn", "is so light that it would float on water");

  @TempDir private Path home;

  @Test
  void pageShowsWhatWasSeededIntoTheStore() throws Exception {
    try (Quickstart quickstart = new Quickstart(home, ON_THE_HOST)) {
      quickstart.up();
      assertThat(quickstart.planets()).isEqualTo(SEEDED);
      quickstart.down();
      assertThat(Survivors.of(home)).isEmpty();
    }
    try (Stream<Path> left = Files.walk(home)) {
      assertThat(left).noneMatch(Files::isRegularFile);
    }
  }

  @Test
  @RequiresDocker
  void pageShowsWhatWasSeededIntoTheStoreInContainers() throws Exception {
    Map<String, String> docker =
        Map.of("JCOMPOSE_ENGINE", "docker", "DOCKER_HOST", TestEngine.DOCKER.host());
    try (Quickstart quickstart = new Quickstart(home, docker)) {
      quickstart.up();
      assertThat(quickstart.planets()).isEqualTo(SEEDED);
      quickstart.down();
      assertThat(quickstart.run("ps", "-a", "-q")).isEmpty();
    }
  }

  @Test
  void whatTheStoreHoldsOutlivesIt() throws Exception {
    try (Quickstart quickstart = new Quickstart(home, ON_THE_HOST)) {
      quickstart.up();
      assertThat(quickstart.page()).contains("opened<dd>1\n");
      quickstart.run("down");
      quickstart.up();
      assertThat(quickstart.page()).contains("opened<dd>2\n");
      assertThat(quickstart.planets()).isEqualTo(SEEDED);
    }
  }

  @Test
  void interruptedInTheForegroundItStopsAndLeavesNoProcess() throws Exception {
    try (Quickstart quickstart = new Quickstart(home, ON_THE_HOST)) {
      Process up = quickstart.start("up");
      try (BufferedReader output = up.inputReader()) {
        assertThat(output.lines().anyMatch(line -> line.contains("the page shows 5 planets")))
            .isTrue();
        assertThat(quickstart.planets()).isEqualTo(SEEDED);
        new ProcessBuilder("kill", "-INT", Long.toString(up.pid())).start().waitFor();
        assertThat(up.waitFor()).as(output.lines().collect(joining("\n"))).isEqualTo(130);
      }
      assertThat(Survivors.of(home)).isEmpty();
    }
  }

  @Test
  void programsCompileWithoutAWarning() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter warnings = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> all = Files.list(Quickstart.FOLDER)) {
      List<Path> programs = all.filter(file -> file.toString().endsWith(".java")).toList();
      List<String> options = List.of("--release", "17", "-Xlint:all", "-d", home.toString());
      compiler
          .getTask(
              warnings, files, null, options, null, files.getJavaFileObjectsFromPaths(programs))
          .call();
      assertThat(programs).hasSize(5);
    }
    assertThat(warnings.toString()).isEmpty();
  }
}
