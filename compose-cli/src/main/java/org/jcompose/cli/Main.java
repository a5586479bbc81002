package org.jcompose.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** The program. */
public final class Main {

  private Main() {}

  /** Runs the program on the streams, environment and working directory of this process. */
  public static void main(String[] args) {
    int code = run(System.in, System.out, System.err, System.getenv(), Path.of(""), args);
    System.exit(code);
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
    out.println("jcompose version " + version());
    return 0;
  }

  private static String version() {
    try (InputStream text = Main.class.getResourceAsStream("version.txt")) {
      byte[] bytes = Objects.requireNonNull(text, "version.txt").readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
