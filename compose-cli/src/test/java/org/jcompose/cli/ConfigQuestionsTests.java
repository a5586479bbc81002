package org.jcompose.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.jcompose.cli.Call.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code config --explain} and {@code config --problems json}. */
class ConfigQuestionsTests {

  @TempDir Path folder;

  private Said config(String text, String... options) {
    String[] args = new String[options.length + 1];
    args[0] = "config";
    System.arraycopy(options, 0, args, 1, options.length);
    return Call.in(folder).file("compose.yaml", text).env("TAG", "7").run(args);
  }

  @Test
  void explainTellsWhereAValueCameFrom() {
    assertThat(config("services: {web: {image: 'nginx:$TAG'}}", "--explain", "services.web"))
        .isEqualTo(
            new Said(
                0,
                """
                services.web.image: nginx:7
                  written at compose.yaml:1:25
                  variable 'TAG' is '7', from the environment
                """,
                ""));
  }

  @Test
  void explainOfWhatIsNotThereFails() {
    assertThat(config("services: {web: {image: x}}", "--explain", "services.web.imag"))
        .isEqualTo(
            new Said(
                1, "", "'imag' is not in 'services.web'\n  fix: did you mean 'image'?\n1 error\n"));
  }

  @Test
  void problemsComeAsJsonWithTheExitCodeOfConfig() {
    String text = "version: '3'\nservices:\n  web:\n    imge: x\n";
    assertThat(config(text, "--problems", "json"))
        .isEqualTo(
            new Said(
                1,
                """
                [
                {"severity":"warning","file":"compose.yaml","line":1,"column":1,"endColumn":8,\
                "message":"'version' is obsolete and has no effect","fix":"remove it","notes":[]}
                ,{"severity":"error","file":"compose.yaml","line":4,"column":5,"endColumn":9,\
                "message":"unknown attribute 'imge' in 'services.web'",\
                "fix":"did you mean 'image'?","notes":[]}
                ]
                """,
                ""));
  }

  @Test
  void nothingWrongIsAnEmptyArray() {
    assertThat(config("services: {web: {image: x}}", "--problems", "json"))
        .isEqualTo(new Said(0, "[]\n", ""));
  }

  @Test
  void problemsInAnotherFormatAreRefused() {
    Said said = config("services: {web: {image: x}}", "--problems", "xml");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).startsWith("'--problems': 'xml' is not 'json'");
  }

  @Test
  void manyProblemsAreCutAndCounted() {
    String text = "services: {web: {image: x}}\n" + "unknown%d: 1\n".repeat(250);
    Said said = config(numbered(text));
    assertThat(said.err().lines().filter(line -> line.contains(": unknown attribute")).count())
        .isEqualTo(100);
    assertThat(said.err()).endsWith("\nand 150 more problems\n250 errors\n");
  }

  private static String numbered(String text) {
    Object[] numbers = IntStream.range(0, 250).boxed().toArray();
    return String.format(text, numbers);
  }
}
