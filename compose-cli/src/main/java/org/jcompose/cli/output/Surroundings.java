package org.jcompose.cli.output;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * All that the program knows of the process it runs in.
 *
 * @param env the environment variables
 * @param cwd the absolute working directory
 * @param outIsTerminal whether people watch {@code out}
 * @param errIsTerminal whether people watch {@code err}
 */
public record Surroundings(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> env,
    Path cwd,
    boolean outIsTerminal,
    boolean errIsTerminal,
    Clock clock,
    Interrupts interrupts) {

  public Surroundings {
    env = Map.copyOf(env);
    if (!cwd.isAbsolute()) {
      throw new IllegalArgumentException("'" + cwd + "' is not absolute");
    }
  }

  /** The variable's value, or an empty text. */
  public String variable(String name) {
    return env.getOrDefault(name, "");
  }
}
