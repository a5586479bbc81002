package org.jcompose.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jcompose.cli.Call.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTests {

  @TempDir Path folder;

  @Test
  void versionIsThatOfTheBuild() {
    Said said = Call.in(folder).run("version");
    assertThat(said.out()).matches("jcompose version \\d+\\.\\d+\\..*\\R");
    assertThat(said.err()).isEmpty();
    assertThat(said.code()).isZero();
  }

  @Test
  void versionComesShortAndAsJson() {
    String number = Call.in(folder).run("version", "--short").out().strip();
    Said said = Call.in(folder).run("version", "--format", "json");
    assertThat(said).isEqualTo(new Said(0, "{\"version\":\"" + number + "\"}\n", ""));
    assertThat(Call.in(folder).run("--version").out())
        .isEqualTo("jcompose version " + number + "\n");
  }

  @Test
  void helpListsCommandsAndExitCodes() {
    Said said = Call.in(folder).run("--help");
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .startsWith("Usage: jcompose [OPTIONS] COMMAND [ARGUMENTS...]\n")
        .contains(
            """
            Commands:
              config    Show the project as it will run
            """)
        .endsWith(
            """
            Exit codes:
              0         done
              1         the project or a service failed
              2         the command line is wrong
              3         the engine is not reachable
              130       interrupted

            'jcompose COMMAND --help' says more about a command.
            """);
  }

  @Test
  void helpOfACommandIsThereInBothForms() {
    Said said = Call.in(folder).run("ps", "--help");
    assertThat(said.out())
        .startsWith("Usage: jcompose ps [OPTIONS] [SERVICE...]\nList containers.\n");
    assertThat(Call.in(folder).run("help", "ps")).isEqualTo(said);
  }

  @Test
  void unknownCommandIsMetWithASuggestion() {
    assertThat(Call.in(folder).run("confg"))
        .isEqualTo(
            new Said(
                2,
                "",
                """
                'jcompose' knows no command 'confg'
                  fix: did you mean 'config'?
                usage: jcompose [OPTIONS] COMMAND [ARGUMENTS...]
                """));
  }

  @Test
  void unknownOptionIsMetWithASuggestion() {
    assertThat(Call.in(folder).run("logs", "--folow"))
        .isEqualTo(
            new Said(
                2,
                "",
                """
                'jcompose logs' knows no option '--folow'
                  fix: did you mean '--follow'?
                usage: jcompose logs [OPTIONS] [SERVICE...]
                """));
  }

  @Test
  void whatDockerComposeHasAndWeDoNotYetIsRefusedByName() {
    assertThat(Call.in(folder).run("attach", "web").err())
        .startsWith("'jcompose attach' is not supported yet\n");
    assertThat(Call.in(folder).run("ps", "--filter", "status=running", "--orphans").err())
        .startsWith("'--filter', '--orphans' are not supported yet by 'jcompose ps'\n");
    assertThat(Call.in(folder).run("--dry-run", "ps").code()).isEqualTo(2);
  }

  @Test
  void missingAndWrongValuesNameTheirOption() {
    assertThat(Call.in(folder).run("logs", "--tail").err())
        .startsWith("'--tail' needs a value: N\n");
    assertThat(Call.in(folder).run("logs", "--tail", "few").err())
        .startsWith("'--tail': 'few' is neither a number of lines nor 'all'\n");
    assertThat(Call.in(folder).run("--parallel", "0", "ps").err())
        .startsWith("'--parallel': '0' is neither a number above 0 nor -1\n");
    assertThat(Call.in(folder).env("COMPOSE_PARALLEL_LIMIT", "x").run("ps").err())
        .startsWith("COMPOSE_PARALLEL_LIMIT: 'x' is neither a number above 0 nor -1\n");
  }

  @Test
  void allProblemsOfAFileAreShownWithTheirPlacesAndCounted() {
    Call call =
        Call.in(folder)
            .file(
                "compose.yaml",
                """
                services:
                  web:
                    image: web
                    depends_on: [dbb]
                    restrt: always
                  db:
                    image: db
                """);
    assertThat(call.run("config", "-q"))
        .isEqualTo(
            new Said(
                1,
                "",
                """
                compose.yaml:4:18: service 'web' depends on 'dbb', which is not defined
                    4 |     depends_on: [dbb]
                      |                  ^^^
                  fix: did you mean 'db'?
                compose.yaml:5:5: unknown attribute 'restrt' in 'services.web'
                    5 |     restrt: always
                      |     ^^^^^^
                  fix: did you mean 'restart'?
                2 errors
                """));
  }

  @Test
  void aNamedEngineThatThereIsNotIsUnreachable() {
    Said said = Call.in(folder).env("JCOMPOSE_ENGINE", "dokcer").run("-p", "shop", "ps");
    assertThat(said.code()).isEqualTo(3);
    assertThat(said.err()).startsWith("there is no engine 'dokcer'\n  fix: use one of 'docker', ");
  }

  @Test
  void coloursAreForTerminalsThatWantThem() {
    Call wrong = Call.in(folder);
    assertThat(wrong.run("confg").err()).doesNotContain("\u001b");
    assertThat(wrong.run("--ansi", "always", "-f", "none.yaml", "config").err())
        .startsWith("\u001b[31m");
    assertThat(wrong.onTerminal().run("confg").err()).startsWith("\u001b[31m");
    assertThat(wrong.env("NO_COLOR", "1").run("confg").err()).doesNotContain("\u001b");
  }
}
