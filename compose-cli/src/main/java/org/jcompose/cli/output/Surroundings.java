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
    cwd = cwd.toAbsolutePath().normalize();
  }

  /** No terminal, the system's clock, and nothing that interrupts. */
  public static Surroundings of(
      InputStream in, PrintStream out, PrintStream err, Map<String, String> env, Path cwd) {
    return new Surroundings(
        in, out, err, env, cwd, false, false, Clock.systemDefaultZone(), Interrupts.none());
  }

  public Surroundings withTerminals(boolean outTerminal, boolean errTerminal) {
    return new Surroundings(in, out, err, env, cwd, outTerminal, errTerminal, clock, interrupts);
  }

  public Surroundings withClock(Clock newClock) {
    return new Surroundings(
        in, out, err, env, cwd, outIsTerminal, errIsTerminal, newClock, interrupts);
  }

  public Surroundings withInterrupts(Interrupts newInterrupts) {
    return new Surroundings(
        in, out, err, env, cwd, outIsTerminal, errIsTerminal, clock, newInterrupts);
  }

  /** The variable's value, or an empty text. */
  public String variable(String name) {
    return env.getOrDefault(name, "");
  }
}
