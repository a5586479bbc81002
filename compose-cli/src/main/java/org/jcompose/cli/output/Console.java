package org.jcompose.cli.output;

import org.jcompose.cli.output.Ansi.When;
import org.jcompose.progress.ProgressListener;

/**
 * What a command prints with.
 *
 * @param out how results are coloured
 * @param err how progress and errors are coloured
 */
public record Console(Screen screen, Ansi out, Ansi err, Progress progress, ErrorPrinter errors) {

  /**
   * The console on the given streams, as the words of {@code --ansi} and {@code --progress} say.
   */
  public static Console of(Surroundings around, String ansi, String progress, boolean debug) {
    When when =
        switch (ansi) {
          case "never" -> When.NEVER;
          case "always" -> When.ALWAYS;
          default -> When.AUTO;
        };
    Screen screen = new Screen(around.out(), around.err());
    Ansi err = Ansi.of(when, around.errIsTerminal(), around);
    boolean live =
        around.errIsTerminal() && when != When.NEVER && !around.variable("TERM").equals("dumb");
    return new Console(
        screen,
        Ansi.of(when, around.outIsTerminal(), around),
        err,
        Progress.of(progress, live),
        new ErrorPrinter(screen, err, debug));
  }

  /** What shows a run. */
  public ProgressListener listener() {
    return progress.on(screen, err);
  }

  /** What the user should know, in one line. */
  public void notice(String line) {
    if (progress != Progress.QUIET) {
      screen.err(line);
    }
  }
}
