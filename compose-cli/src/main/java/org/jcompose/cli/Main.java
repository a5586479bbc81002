package org.jcompose.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jcompose.cli.command.Program;
import org.jcompose.cli.output.Surroundings;

/** The program. */
public final class Main {

  /** Which of the descriptors 0, 1 and 2 are terminals, as the launcher found them: {@code 12}. */
  private static final String TERMINALS = "JCOMPOSE_TTY";

  private Main() {}

  /** Runs the program on the streams, environment and working directory of this process. */
  public static void main(String[] args) {
    Map<String, String> env = System.getenv();
    Surroundings around =
        Surroundings.of(
                System.in, stream(FileDescriptor.out), stream(FileDescriptor.err), env, Path.of(""))
            .withTerminals(isTerminal("1", env), isTerminal("2", env))
            .withInterrupts(new Signals(Main::end));
    int code = run(around, args);
    around.out().flush();
    around.err().flush();
    end(code);
  }

  /**
   * Runs the whole program on what it is given and touches nothing else of the process.
   *
   * @return the exit code
   */
  public static int run(
      InputStream in,
      PrintStream out,
      PrintStream err,
      Map<String, String> env,
      Path cwd,
      String... args) {
    return run(Surroundings.of(in, out, err, env, cwd), args);
  }

  /** Like the other one, on all that the program knows of the process. */
  public static int run(Surroundings around, String... args) {
    return new Program(around).run(List.of(args));
  }

  // Whatever the locale says: Compose files and their output are UTF-8.
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor)), false, StandardCharsets.UTF_8);
  }

  private static boolean isTerminal(String descriptor, Map<String, String> env) {
    String terminals = env.get(TERMINALS);
    // Since Java 22 there is a console even where there is no terminal.
    return terminals == null
        ? Runtime.version().feature() < 22 && System.console() != null
        : terminals.contains(descriptor);
  }

  private static void end(int code) {
    Runtime.getRuntime().halt(code);
  }
}
