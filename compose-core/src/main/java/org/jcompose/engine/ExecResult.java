package org.jcompose.engine;

import java.util.List;

/**
 * How a command ended that ran in a container.
 *
 * @param lines what it wrote last, on both streams; as many lines as an engine cares to keep
 */
public record ExecResult(int exitCode, List<String> lines) {

  /** How many of the last lines engines keep. */
  public static final int MOST_LINES = 10;

  public ExecResult {
    int skipped = Math.max(0, lines.size() - MOST_LINES);
    lines = List.copyOf(lines.subList(skipped, lines.size()));
  }
}
