package org.jcompose.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a container of the contract runs, in terms that every engine can be given; {@link #shell} is
 * it for those that run programs.
 *
 * @param output what it writes first, in order
 * @param end what it does then
 * @param exitCode with {@link End#EXITS}
 */
public record Program(List<Output> output, End end, int exitCode) {

  /** The line by which a program that runs on says that it is ready for signals. */
  public static final String UP = "up";

  /** What a program does after its output. */
  public enum End {
    EXITS,
    /** Writes {@link #UP} and runs until SIGTERM, upon which it exits with 0. */
    RUNS_UNTIL_STOPPED,
    /** Writes {@link #UP} and runs until it is killed. */
    IGNORES_TERM
  }

  /** A piece of output: {@code terminated} by a line feed, or not. */
  public record Output(LogLine.Stream stream, String text, boolean terminated) {
    String shell() {
      String quoted = "'" + text.replace("'", "'\\''") + "'";
      String to = stream == LogLine.Stream.ERR ? " >&2" : "";
      return "printf '%s" + (terminated ? "\\n" : "") + "' " + quoted + to;
    }
  }

  public static Program exits(int code) {
    return new Program(List.of(), End.EXITS, code);
  }

  public static Program runsUntilStopped() {
    return new Program(List.of(), End.RUNS_UNTIL_STOPPED, 0);
  }

  public static Program ignoresTerm() {
    return new Program(List.of(), End.IGNORES_TERM, 0);
  }

  public Program printing(String... lines) {
    return with(LogLine.Stream.OUT, true, lines);
  }

  public Program printingErrors(String... lines) {
    return with(LogLine.Stream.ERR, true, lines);
  }

  /** Prints the text without a line feed. */
  public Program printingUnterminated(String text) {
    return with(LogLine.Stream.OUT, false, text);
  }

  /** The program for a POSIX shell. */
  public String shell() {
    String prints = output.stream().map(Output::shell).collect(Collectors.joining("\n", "", "\n"));
    return switch (end) {
      case EXITS -> prints + "exit " + exitCode;
      case RUNS_UNTIL_STOPPED ->
          "trap 'kill $! 2>/dev/null; exit 0' TERM\n"
              + prints
              + "sleep 3600 &\necho up\nwait $! 2>/dev/null";
      case IGNORES_TERM -> "trap '' TERM\n" + prints + "echo up\nsleep 3600";
    };
  }

  private Program with(LogLine.Stream stream, boolean terminated, String... texts) {
    List<Output> all = new ArrayList<>(output);
    Arrays.stream(texts).map(text -> new Output(stream, text, terminated)).forEach(all::add);
    return new Program(List.copyOf(all), end, exitCode);
  }
}
