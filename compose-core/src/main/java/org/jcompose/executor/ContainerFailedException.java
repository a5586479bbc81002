package org.jcompose.executor;

import java.util.List;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.ExecResult;
import org.jcompose.plan.Step;
import org.jspecify.annotations.Nullable;

/**
 * A container did not become what it was waited for to become; says which and with what last words.
 */
public final class ContainerFailedException extends EngineException {

  private static final long serialVersionUID = 1L;

  private final String service;
  private final String container;
  private final @Nullable Integer exitCode;
  private final transient List<String> lastLines;
  private final @Nullable String healthOutput;

  ContainerFailedException(Failing failing, Remains remains) {
    super(failing.message(), failing.fix(), null);
    this.service = failing.service();
    this.container = failing.container();
    this.exitCode = remains.exitCode();
    this.lastLines = remains.lastLines();
    this.healthOutput = remains.healthOutput();
  }

  /** A hook that did not end with exit code 0; the last lines are the hook's own. */
  static ContainerFailedException byHook(Step.RunHook step, ExecResult result) {
    String what =
        "failed its "
            + step.attribute()
            + " hook "
            + step.number()
            + " with exit code "
            + result.exitCode();
    return new ContainerFailedException(
        new Failing(step.target().service(), step.target().name(), what, null),
        new Remains(null, result.lines(), null));
  }

  /**
   * Which container fails and how.
   *
   * @param what what is wrong with it, as the end of a sentence: {@code is unhealthy}
   */
  record Failing(String service, String container, String what, @Nullable String fix) {
    String message() {
      return "container '" + container + "' of service '" + service + "' " + what;
    }
  }

  /** What it left. */
  record Remains(
      @Nullable Integer exitCode, List<String> lastLines, @Nullable String healthOutput) {}

  /** The Compose service it belongs to. */
  public String service() {
    return service;
  }

  /** Its name. */
  public String container() {
    return container;
  }

  /** With what it ended; null if it did not end. */
  public @Nullable Integer exitCode() {
    return exitCode;
  }

  /** The last lines of its log, ten at most. */
  public List<String> lastLines() {
    return lastLines;
  }

  /** What its healthcheck printed last, or null. */
  public @Nullable String healthOutput() {
    return healthOutput;
  }

  /** The message, followed by what the healthcheck printed last and the last lines of the log. */
  public String describe() {
    StringBuilder text = new StringBuilder(String.valueOf(getMessage()));
    if (healthOutput != null && !healthOutput.isBlank()) {
      text.append("\n  its healthcheck said:");
      healthOutput.lines().forEach(line -> text.append("\n    ").append(line));
    }
    if (!lastLines.isEmpty()) {
      text.append("\n  its last lines:");
      lastLines.forEach(line -> text.append("\n    ").append(line));
    }
    return text.toString();
  }
}
