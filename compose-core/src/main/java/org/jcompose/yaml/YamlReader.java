package org.jcompose.yaml;

import java.util.List;
import org.jcompose.problem.Place;
import org.jcompose.problem.Problems;
import org.jcompose.problem.Source;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML text into nodes. Anchors, aliases and {@code <<} merges are resolved; a key that is
 * written twice is a problem with both places. What a hostile text costs is bounded: in size, in
 * depth, and in what its aliases would expand to.
 */
public final class YamlReader {

  /** The longest text that is read, in characters. */
  public static final int LONGEST = 16 * 1024 * 1024;

  // The scanner copies what it holds of a token each time it fills its buffer: with a small buffer
  // a long token costs the square of its length.
  private static final int SMALLEST_BUFFER = 1024;
  private static final int LARGEST_BUFFER = 1 << 20;

  private final Source source;
  private final Problems problems;

  public YamlReader(Source source, Problems problems) {
    this.source = source;
    this.problems = problems;
  }

  /**
   * The documents of the text, empty ones left out; up to the first one that could not be read,
   * which is reported.
   */
  public List<Node> read(String text) {
    if (text.length() > LONGEST) {
      problems.error(
          at(0, 0), "'" + source.name() + "' is longer than 16 MiB", "is this a Compose file?");
      return List.of();
    }
    NodeBuilder builder = new NodeBuilder(source, problems);
    try {
      parse(text, builder);
    } catch (ReaderException e) {
      reportCharacter(text, e);
    } catch (MarkedYamlEngineException e) {
      SyntaxProblem.report(source, problems, builder.last(), e);
    } catch (YamlEngineException e) {
      problems.error(at(0, 0), "'" + source.name() + "' is not valid YAML: " + e.getMessage());
    }
    return builder.documents();
  }

  private static void parse(String text, NodeBuilder builder) {
    LoadSettings settings =
        LoadSettings.builder()
            .setUseMarks(true)
            .setCodePointLimit(LONGEST)
            .setBufferSize(Math.max(SMALLEST_BUFFER, Math.min(text.length() + 1, LARGEST_BUFFER)))
            .build();
    for (Event event : new Parse(settings).parseReader(new WholeCharacters(text))) {
      if (!builder.accept(event)) {
        return;
      }
    }
  }

  private void reportCharacter(String text, ReaderException e) {
    int end = Math.min(text.length(), text.offsetByCodePoints(0, Math.max(0, e.getPosition())));
    String before = text.substring(0, end);
    int line = (int) before.chars().filter(c -> c == '\n').count();
    int column = before.length() - before.lastIndexOf('\n') - 1;
    String what =
        e.getCodePoint() == 0
            ? "a NUL character"
            : String.format("the control character U+%04X", e.getCodePoint());
    problems.error(at(line, column), what + " cannot be part of a Compose file", "remove it");
  }

  private Place at(int line, int column) {
    return new Place(source, line + 1, column + 1, 1);
  }
}
