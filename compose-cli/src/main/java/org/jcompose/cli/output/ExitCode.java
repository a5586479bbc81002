package org.jcompose.cli.output;

/** How the program ends, in the numbers that scripts see. */
public enum ExitCode {
  DONE(0, "done"),
  FAILED(1, "the project or a service failed"),
  USAGE(2, "the command line is wrong"),
  UNREACHABLE(3, "the engine is not reachable"),
  INTERRUPTED(130, "interrupted");

  private final int number;
  private final String sentence;

  ExitCode(int number, String sentence) {
    this.number = number;
    this.sentence = sentence;
  }

  public int number() {
    return number;
  }

  /** When the program ends so. */
  public String sentence() {
    return sentence;
  }
}
