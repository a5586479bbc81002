package org.jcompose.cli.command;

import java.util.List;
import java.util.function.Supplier;
import org.jcompose.Compose;
import org.jcompose.ComposeBuilder;
import org.jcompose.cli.option.Options;
import org.jcompose.cli.output.ExitCode;
import org.jcompose.cli.output.ProblemsJson;
import org.jcompose.problem.InvalidProjectException;
import org.jcompose.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What {@code config} can be asked about the files themselves. */
final class ConfigQuestions {

  private final Supplier<@Nullable String> explain;
  private final Supplier<@Nullable String> problems;

  ConfigQuestions(Options options) {
    explain =
        options.text(
            "PATH",
            "Where a value came from: services.web.environment.URL, or all below services.web",
            "--explain");
    problems =
        options.value(
            "json",
            ConfigQuestions::format,
            "What is wrong with the files, for editors and CI: json",
            "--problems");
  }

  /** Whether there is something to answer instead of printing the project. */
  boolean isAsked() {
    return explain.get() != null || problems.get() != null;
  }

  /** Prints the answer. */
  ExitCode answer(ComposeBuilder builder, Session session) {
    try (Compose compose = builder.build()) {
      String path = explain.get();
      if (path == null) {
        return problems(compose, session);
      }
      session.warn(compose);
      session.screen().text(compose.explain(path).describe());
      return ExitCode.DONE;
    }
  }

  private static ExitCode problems(Compose compose, Session session) {
    ExitCode code = ExitCode.DONE;
    List<Problem> found;
    try {
      found = compose.warnings();
    } catch (InvalidProjectException e) {
      found = e.problems();
      code = ExitCode.FAILED;
    }
    session.screen().text(ProblemsJson.of(found));
    return code;
  }

  private static String format(String word) {
    if (!word.equals("json")) {
      throw new IllegalArgumentException("'" + word + "' is not 'json'");
    }
    return word;
  }
}
