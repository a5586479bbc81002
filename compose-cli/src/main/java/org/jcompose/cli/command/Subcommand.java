package org.jcompose.cli.command;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The subcommands. */
enum Subcommand {
  CONFIG("config", "Show the project as it will run"),
  LOGS("logs", "Show what containers wrote"),
  PLAN("plan", "Show what 'up' would do, and why"),
  PS("ps", "List containers"),
  VERSION("version", "Show the version");

  /** Those of Docker Compose that do nothing yet. */
  static final List<String> NOT_YET =
      List.of(
          "alpha", "attach", "bridge", "build", "commit", "cp", "create", "events", "exec",
          "export", "images", "kill", "ls", "pause", "port", "publish", "pull", "push", "restart",
          "rm", "run", "scale", "start", "stats", "stop", "top", "unpause", "volumes", "wait",
          "watch");

  private final String word;
  private final String summary;

  Subcommand(String word, String summary) {
    this.word = word;
    this.summary = summary;
  }

  /** The command of that name, or null. */
  static @Nullable Subcommand of(String word) {
    if (word.equals("convert")) {
      return CONFIG;
    }
    return Arrays.stream(values())
        .filter(subcommand -> subcommand.word.equals(word))
        .findFirst()
        .orElse(null);
  }

  String word() {
    return word;
  }

  String summary() {
    return summary;
  }

  /** The command itself; only the class of the one that is called is ever loaded. */
  Command create() {
    return switch (this) {
      case CONFIG -> new ConfigCommand();
      case LOGS -> new LogsCommand();
      case PLAN -> new PlanCommand();
      case PS -> new PsCommand();
      case VERSION -> new VersionCommand();
    };
  }
}
