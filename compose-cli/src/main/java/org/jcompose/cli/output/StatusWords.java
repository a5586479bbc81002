package org.jcompose.cli.output;

import java.time.Duration;
import java.time.Instant;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.ContainerState.Health;
import org.jspecify.annotations.Nullable;

/** A container's state in the words of {@code docker ps}: the engine's own, if it has any. */
record StatusWords(Instant now) {

  String of(ContainerState container) {
    String said = container.statusText();
    return said == null || said.isEmpty() ? ours(container) : said;
  }

  private String ours(ContainerState container) {
    return switch (container.status()) {
      case CREATED -> "Created";
      case RUNNING -> "Up " + since(container.startedAt()) + health(container.health());
      case PAUSED -> "Up " + since(container.startedAt()) + " (Paused)";
      case RESTARTING -> "Restarting" + ended(container);
      case REMOVING -> "Removal In Progress";
      case EXITED -> "Exited" + ended(container);
      case DEAD -> "Dead";
    };
  }

  String ago(@Nullable Instant moment) {
    return moment == null ? "" : since(moment) + " ago";
  }

  private String ended(ContainerState container) {
    Integer code = container.exitCode();
    String why = container.oomKilled() ? ", out of memory" : "";
    String when = container.finishedAt() == null ? "" : " " + ago(container.finishedAt());
    return code == null ? when : " (" + code + why + ")" + when;
  }

  private String since(@Nullable Instant moment) {
    return moment == null ? "" : Ages.words(Duration.between(moment, now));
  }

  private static String health(Health health) {
    return switch (health) {
      case NONE -> "";
      case STARTING -> " (health: starting)";
      case HEALTHY, UNHEALTHY -> " (" + health.word() + ")";
    };
  }
}
