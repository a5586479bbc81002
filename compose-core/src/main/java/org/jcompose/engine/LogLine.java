package org.jcompose.engine;

import java.time.Instant;

/**
 * One line that a container wrote.
 *
 * @param container its id
 * @param time when the engine read it
 * @param stream where it was written to; an engine that cannot tell says {@link Stream#OUT}
 * @param text without the line terminator
 */
public record LogLine(String container, Instant time, Stream stream, String text) {

  /** Where a line was written to. */
  public enum Stream {
    OUT,
    ERR
  }
}
