package org.jcompose;

import org.jcompose.engine.EngineException;
import org.jcompose.engine.LogLine;
import org.jspecify.annotations.Nullable;

/**
 * Hears what the containers of a project write, one call at a time. A container goes by its name
 * without the project's: {@code db-1}.
 */
@FunctionalInterface
public interface LogListener {

  void line(String container, LogLine line);

  /** A container may write lines from now on; called before its first one. */
  default void began(String container) {}

  /**
   * A container ended, after its last line; its restart policy may bring it back.
   *
   * @param exitCode null if unknown
   */
  default void ended(String container, @Nullable Integer exitCode) {}

  /** The lines of a container could not be read to their end. */
  default void broke(String container, EngineException reason) {
    throw reason;
  }
}
