package org.jcompose.cli.output;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jcompose.cli.output.Ansi.Colour;
import org.jcompose.engine.EngineException;
import org.jcompose.problem.InvalidProjectException;
import org.jcompose.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Says what went wrong, in the words of whoever found it; where in the program it was found only if
 * asked for.
 */
public final class ErrorPrinter {

  /** More scroll the first ones away, which are often what the others come from. */
  private static final int MOST = 100;

  private final Screen screen;
  private final Ansi ansi;
  private final boolean debug;

  public ErrorPrinter(Screen screen, Ansi ansi, boolean debug) {
    this.screen = screen;
    this.ansi = ansi;
    this.debug = debug;
  }

  /** All problems, and how many they are if they are errors. */
  public void print(InvalidProjectException e) {
    problems(e.problems());
    screen.err(count(e.problems()));
    trace(e);
  }

  public void print(EngineException e) {
    print(String.valueOf(e.getMessage()), e.fix());
    trace(e);
  }

  /** A mistake in the program itself. */
  public void printUnexpected(Throwable e) {
    print("jcompose itself failed: " + e, debug ? null : "'--debug' shows where; please report it");
    trace(e);
  }

  /** One error without a place. */
  public void print(String message, @Nullable String fix) {
    problem(Problem.error(null, message, fix));
  }

  /** Each problem in full; of very many the first ones, and how many more there are. */
  public void problems(List<Problem> problems) {
    problems.stream().limit(MOST).forEach(this::problem);
    if (problems.size() > MOST) {
      screen.err("and " + (problems.size() - MOST) + " more problems");
    }
  }

  private void problem(Problem problem) {
    Colour colour = problem.isError() ? Colour.RED : Colour.YELLOW;
    String text = problem.describe();
    int end = text.indexOf('\n');
    String first = end < 0 ? text : text.substring(0, end);
    screen.err(ansi.paint(colour, first) + text.substring(first.length()));
  }

  private void trace(Throwable e) {
    if (debug) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      screen.err(trace.toString().stripTrailing());
    }
  }

  private static String count(List<Problem> problems) {
    long errors = problems.stream().filter(Problem::isError).count();
    List<String> counts = new ArrayList<>();
    counts.add(counted(errors, "error"));
    if (errors < problems.size()) {
      counts.add(counted(problems.size() - errors, "warning"));
    }
    return String.join(", ", counts);
  }

  private static String counted(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
