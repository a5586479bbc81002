package org.jcompose.cli.output;

import java.io.PrintStream;
import java.util.List;

/**
 * The two streams as one screen: lines that stay, and below them, on a terminal, lines that change.
 *
 * <p>May be used by any thread. Live lines are clipped at the right edge by switching the
 * terminal's wrapping off while they are drawn, so that nobody needs to know its width.
 */
public final class Screen {

  private static final String ESC = "\u001b[";
  private static final String NO_WRAP = ESC + "?7l";
  private static final String WRAP = ESC + "?7h";
  private static final String CLEAR_BELOW = ESC + "0J";

  private final PrintStream out;
  private final PrintStream err;
  private List<String> live = List.of();

  public Screen(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** A line of results. */
  public void out(String line) {
    stay(out, line);
  }

  /** A line about the work. */
  public void err(String line) {
    stay(err, line);
  }

  /** Text of results that brings its own line breaks. */
  public synchronized void text(String text) {
    erase();
    out.print(text);
    out.flush();
    draw();
  }

  /** Shows these lines at the bottom instead of the last ones; only for terminals. */
  public synchronized void live(List<String> lines) {
    erase();
    live = List.copyOf(lines);
    draw();
  }

  private synchronized void stay(PrintStream stream, String line) {
    erase();
    stream.print(line + "\n");
    stream.flush();
    draw();
  }

  private void erase() {
    if (!live.isEmpty()) {
      err.print(ESC + live.size() + "A\r" + CLEAR_BELOW);
      err.flush();
    }
  }

  private void draw() {
    if (!live.isEmpty()) {
      err.print(NO_WRAP + String.join("\n", live) + "\n" + WRAP);
      err.flush();
    }
  }
}
