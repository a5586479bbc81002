package org.jcompose.yaml;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jcompose.problem.Place;
import org.jcompose.problem.Problems;
import org.jcompose.problem.Source;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Says in plain words what the YAML scanner or parser stumbled over, and what its author most
 * likely meant to write: the line before often tells.
 */
final class SyntaxProblem {

  private static final Pattern UNSPACED = Pattern.compile("\\s*(?:- )?([\\w.-]+):([^\\s:/].*)");
  private static final Pattern WITHOUT_COLON = Pattern.compile("\\s*([\\w.-]+)\\s*");
  private static final Pattern PAIR = Pattern.compile("\\s*([\\w.-]+): +\\S.*");
  private static final Pattern FOUND = Pattern.compile("but found '(.+)'|but got (.+)");

  private final Source source;
  private final Problems problems;
  private final Node.@Nullable Scalar last;
  private final MarkedYamlEngineException failure;
  private final String found;
  private final Place place;

  private SyntaxProblem(
      Source source,
      Problems problems,
      Node.@Nullable Scalar last,
      MarkedYamlEngineException failure) {
    this.source = source;
    this.problems = problems;
    this.last = last;
    this.failure = failure;
    this.found = failure.getProblem() == null ? "" : failure.getProblem();
    this.place =
        failure
            .getProblemMark()
            .or(failure::getContextMark)
            .map(this::at)
            .orElseGet(() -> new Place(source, 1, 1, 1));
  }

  /**
   * Reports what went wrong.
   *
   * @param last the scalar that was read last, or null
   */
  static void report(
      Source source,
      Problems problems,
      Node.@Nullable Scalar last,
      MarkedYamlEngineException failure) {
    new SyntaxProblem(source, problems, last, failure).report();
  }

  private void report() {
    boolean told =
        invisibleSpace() || tab() || quote() || bracket() || misplacedColon() || character();
    if (!told && !indentation()) {
      problems.error(place, "not valid YAML: " + sentence());
    }
  }

  private boolean invisibleSpace() {
    String line = source.line(place.line());
    int at = Invisible.in(line);
    if (at >= 0) {
      Place here = new Place(source, place.line(), line.codePointCount(0, at) + 1, 1);
      problems.error(here, Invisible.sentence(line.charAt(at)), "replace it by a space");
    }
    return at >= 0;
  }

  private boolean tab() {
    boolean tab = found.contains("\\t") || source.line(place.line()).startsWith("\t");
    if (tab) {
      problems.error(
          place, "a tab cannot indent a line or begin a value", "use spaces, two for each level");
    }
    return tab;
  }

  private boolean quote() {
    String context = String.valueOf(failure.getContext());
    Optional<Place> opened = failure.getContextMark().map(this::at);
    if (context.contains("quoted scalar") && found.contains("end of")) {
      problems.error(
          opened.orElse(place),
          "the quote that begins here is not closed",
          "close it, or escape it");
      return true;
    }
    if (found.startsWith("found unknown escape character")) {
      problems.error(
          place,
          "'\\"
              + source.line(place.line()).substring(offset(), offset() + 1)
              + "' is no escape in double quotes",
          "write '\\\\' for a backslash, or use single quotes");
      return true;
    }
    return swallowed();
  }

  /** A quote that is closed by the next one, some lines below, which was to open another value. */
  private boolean swallowed() {
    boolean swallowed =
        last != null
            && last.style() == Node.Scalar.Style.QUOTED
            && last.lastLine() > last.place().line()
            && last.lastLine() == place.line();
    if (last != null && swallowed) {
      problems.error(
          last.place(),
          "the quote that begins here ends in line "
              + place.line()
              + ", where something follows it",
          "close it where it should end");
    }
    return swallowed;
  }

  private int offset() {
    String line = source.line(place.line());
    int points = Math.min(place.column() - 1, line.codePointCount(0, line.length()) - 1);
    return line.offsetByCodePoints(0, Math.max(0, points));
  }

  private boolean bracket() {
    Optional<Place> opened = failure.getContextMark().map(this::at);
    if (String.valueOf(failure.getContext()).contains("parsing a flow") && opened.isPresent()) {
      Place open = opened.get();
      char bracket = source.line(open.line()).charAt(open.column() - 1);
      char closing = bracket == '[' ? ']' : '}';
      boolean sameLine = open.line() == place.line();
      problems.error(
          sameLine ? place : open,
          sameLine
              ? "',' or '" + closing + "' is missing before this"
              : "'" + bracket + "' is not closed",
          sameLine ? null : "add '" + closing + "' at its end");
      return true;
    }
    return false;
  }

  private boolean misplacedColon() {
    if (found.startsWith("could not find expected ':'")) {
      problems.error(place, "':' is missing after the key before this", "write 'key: value'");
      return true;
    }
    if (!found.startsWith("mapping values are not allowed")) {
      return false;
    }
    int before = place.line() - 1;
    while (before > 0 && source.line(before).isBlank()) {
      before--;
    }
    if (!onLineBefore(before)) {
      problems.error(
          place, "':' is not allowed here", "quote the value, or begin the mapping on a new line");
    }
    return true;
  }

  private boolean onLineBefore(int number) {
    String line = source.line(number);
    String own = source.line(place.line());
    Matcher unspaced = UNSPACED.matcher(line);
    if (unspaced.matches() && indent(line) == indent(own)) {
      Place there = whole(number);
      problems.error(
          there,
          "there is no space after the colon of '" + unspaced.group(1) + "'",
          "write '" + unspaced.group(1) + ": " + unspaced.group(2).stripTrailing() + "'");
      return true;
    }
    Matcher bare = WITHOUT_COLON.matcher(line);
    if (bare.matches()) {
      problems.error(
          whole(number),
          "':' is missing after '" + bare.group(1) + "'",
          "write '" + bare.group(1) + ":'");
      return true;
    }
    Matcher pair = PAIR.matcher(line);
    if (pair.matches() && indent(own) > indent(line)) {
      problems.error(
          place,
          "this line is indented deeper than '" + pair.group(1) + "' above, which has a value",
          "align it with '" + pair.group(1) + "'");
      return true;
    }
    return false;
  }

  private boolean character() {
    Matcher start = Pattern.compile("found character '(.)' that cannot start.*").matcher(found);
    if (start.matches()) {
      problems.error(
          place,
          "'" + start.group(1) + "' cannot begin a value without quotes",
          "put the value in quotes");
      return true;
    }
    return false;
  }

  private boolean indentation() {
    if (!found.startsWith("expected <block end>")) {
      return false;
    }
    Matcher what = FOUND.matcher(found);
    String seen = what.find() && what.group(1) != null ? what.group(1) : "";
    boolean list = String.valueOf(failure.getContext()).contains("block collection");
    if (seen.equals("]") || seen.equals("}")) {
      problems.error(place, "'" + seen + "' closes nothing", "remove it, or quote the value");
    } else if (seen.equals("<scalar>") || seen.equals("<alias>")) {
      problems.error(
          place,
          "this stands after a value that has ended",
          "quote the whole value, or remove this");
    } else if (seen.equals("-") && !list) {
      problems.error(
          place,
          "a list's item stands among the keys of a mapping",
          "indent the list under its key, or remove the '-'");
    } else if (list && startsLikeKey()) {
      problems.error(
          place, "a key stands among the items of a list", "begin it with '- ', or indent it less");
    } else {
      problems.error(
          place,
          "the indentation of this line fits nothing above it",
          "align it with its siblings");
    }
    return true;
  }

  /** Whether the list and what follows it have the same indentation. */
  private boolean startsLikeKey() {
    return failure
        .getContextMark()
        .map(mark -> mark.getColumn() == place.column() - 1)
        .orElse(false);
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  private Place whole(int number) {
    String line = source.line(number);
    String text = line.strip();
    int length = Math.max(1, text.codePointCount(0, text.length()));
    return new Place(source, number, indent(line) + 1, length);
  }

  private String sentence() {
    return failure.getContext() == null ? found : failure.getContext() + ", " + found;
  }

  private Place at(Mark mark) {
    return new Place(source, mark.getLine() + 1, mark.getColumn() + 1, 1);
  }
}
