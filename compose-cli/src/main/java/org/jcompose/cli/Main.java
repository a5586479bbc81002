package org.jcompose.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jcompose.cli.command.Program;
import org.jcompose.cli.output.ErrorPrinter;
import org.jcompose.cli.output.ExitCode;
import org.jcompose.cli.output.Interrupts;
import org.jcompose.cli.output.Signals;
import org.jcompose.cli.output.Surroundings;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.EngineUnavailableException;
import org.jcompose.problem.InvalidProjectException;

/** The program. */
public final class Main {

  /** Which of the descriptors 0, 1 and 2 are terminals, as the launcher found them: {@code 12}. */
  private static final String TERMINALS = "JCOMPOSE_TTY";

  private Main() {}

  /** Runs the program on the streams, environment and working directory of this process. */
  public static void main(String[] args) {
    Map<String, String> env = System.getenv();
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    Surroundings around =
        new Surroundings(
            System.in,
            out,
            err,
            env,
            Path.of("").toAbsolutePath(),
            isTerminal("1", env),
            isTerminal("2", env),
            Clock.system(ZoneId.systemDefault()),
            new Signals(Main::end));
    int code = run(around, args);
    out.flush();
    err.flush();
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
    Clock clock = Clock.system(ZoneId.systemDefault());
    Path dir = cwd.toAbsolutePath();
    return run(
        new Surroundings(in, out, err, env, dir, false, false, clock, Interrupts.none()), args);
  }

  /** Like the other one, on all that the program may know of the process. */
  public static int run(Surroundings around, String... args) {
    Program program = new Program(around);
    try {
      return program.run(List.of(args));
    } catch (RuntimeException e) {
      return failed(e, program.console().errors()).number();
    }
  }

  private static ExitCode failed(RuntimeException failure, ErrorPrinter errors) {
    if (failure instanceof InvalidProjectException e) {
      errors.print(e);
    } else if (failure instanceof EngineException e) {
      errors.print(e);
      return e instanceof EngineUnavailableException ? ExitCode.UNREACHABLE : ExitCode.FAILED;
    } else {
      errors.printUnexpected(failure);
    }
    return ExitCode.FAILED;
  }

  // Whatever the locale says: Compose files and their output are UTF-8.
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor)), false, StandardCharsets.UTF_8);
  }

  @SuppressWarnings("SystemConsoleNull") // The version is looked at first.
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
