package org.jcompose.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MainTests {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void printsTheVersionOfTheBuild() {
    int code = run("version");
    assertThat(code).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .matches("jcompose version \\d+\\.\\d+\\..*\\R");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  private int run(String... args) {
    return Main.run(
        new ByteArrayInputStream(new byte[0]),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        Map.of(),
        Path.of(""),
        args);
  }
}
