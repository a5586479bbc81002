package org.jcompose.yaml;

import org.jcompose.problem.Place;
import org.jcompose.problem.Problems;
import org.jcompose.problem.Source;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in plain words what the YAML scanner or parser stumbled over. */
final class SyntaxProblem {

  private SyntaxProblem() {}

  static void report(Source source, Problems problems, MarkedYamlEngineException e) {
    Place place =
        e.getProblemMark()
            .or(e::getContextMark)
            .map(mark -> at(source, mark))
            .orElseGet(() -> new Place(source, 1, 1, 1));
    String found = e.getProblem() == null ? "" : e.getProblem();
    if (found.contains("\\t") || source.line(place.line()).startsWith("\t")) {
      problems.error(
          place, "a tab cannot indent a line or begin a value", "use spaces, two for each level");
    } else if (found.startsWith("mapping values are not allowed")) {
      problems.error(
          place, "':' is not allowed here", "quote the value, or begin the mapping on a new line");
    } else if (found.startsWith("could not find expected ':'")) {
      problems.error(place, "':' is missing after the key before this", "write 'key: value'");
    } else if (found.startsWith("expected <block end>")) {
      problems.error(
          place,
          "the indentation of this line fits nothing above it",
          "align it with its siblings");
    } else {
      problems.error(place, "not valid YAML: " + sentence(e, found));
    }
  }

  private static String sentence(MarkedYamlEngineException e, String found) {
    return e.getContext() == null ? found : e.getContext() + ", " + found;
  }

  private static Place at(Source source, Mark mark) {
    return new Place(source, mark.getLine() + 1, mark.getColumn() + 1, 1);
  }
}
