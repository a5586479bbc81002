package org.jcompose.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to a container of a project.
 *
 * @param service from its label
 * @param exitCode with {@link Kind#DIED}, where known
 * @param health with {@link Kind#HEALTH}
 */
public record EngineEvent(
    Instant time,
    Kind kind,
    String containerId,
    String containerName,
    String service,
    @Nullable Integer exitCode,
    ContainerState.@Nullable Health health) {

  /** What happened. */
  public enum Kind {
    CREATED,
    STARTED,
    /** It ended, by itself or not; its restart policy may bring it back. */
    DIED,
    /** It is settled that it is not brought back; not every engine tells that apart. */
    SETTLED,
    /** Its health changed. */
    HEALTH,
    OUT_OF_MEMORY,
    PAUSED,
    UNPAUSED,
    RENAMED,
    REMOVED
  }
}
