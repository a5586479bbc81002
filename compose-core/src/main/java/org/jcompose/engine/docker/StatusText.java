package org.jcompose.engine.docker;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jcompose.engine.ContainerState.Health;
import org.jcompose.engine.ContainerState.Status;
import org.jspecify.annotations.Nullable;

/**
 * What a list of containers tells of a container's state: {@code Up 5 minutes (healthy)}, {@code
 * Exited (137) 2 hours ago}. Reading it saves looking at each container by itself.
 *
 * @param exitCode null while it runs, before it ran, or where it is not told
 */
record StatusText(Status status, Health health, @Nullable Integer exitCode) {

  private static final Pattern EXIT_CODE = Pattern.compile("^(?:Exited|Restarting) \\((-?\\d+)\\)");

  /**
   * Reads both fields of a container in a list.
   *
   * @param state the state's word, such as {@code running}
   * @param text the sentence for people
   */
  static StatusText parse(String state, String text) {
    Status status = status(state);
    Matcher exit = EXIT_CODE.matcher(text);
    return new StatusText(
        status,
        status == Status.RUNNING || status == Status.PAUSED ? health(text) : Health.NONE,
        exit.find() ? Integer.valueOf(exit.group(1)) : null);
  }

  /** The state of that word; Podman has some of its own. */
  static Status status(String word) {
    return switch (word) {
      case "running", "stopping" -> Status.RUNNING;
      case "paused" -> Status.PAUSED;
      case "restarting" -> Status.RESTARTING;
      case "removing" -> Status.REMOVING;
      case "exited", "stopped" -> Status.EXITED;
      case "dead", "unknown" -> Status.DEAD;
      default -> Status.CREATED;
    };
  }

  /** The health of that word. */
  static Health word(String word) {
    return switch (word) {
      case "starting" -> Health.STARTING;
      case "healthy" -> Health.HEALTHY;
      case "unhealthy" -> Health.UNHEALTHY;
      default -> Health.NONE;
    };
  }

  private static Health health(String text) {
    if (text.contains("(healthy)")) {
      return Health.HEALTHY;
    }
    if (text.contains("(unhealthy)")) {
      return Health.UNHEALTHY;
    }
    return text.contains("(health: starting)") || text.contains("(starting)")
        ? Health.STARTING
        : Health.NONE;
  }
}
