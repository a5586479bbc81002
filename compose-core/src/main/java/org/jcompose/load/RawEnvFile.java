package org.jcompose.load;

import java.util.Map;
import java.util.function.Function;
import org.jcompose.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Reads an environment file in the format {@code raw}: lines of {@code KEY=value}, taken as they
 * are, or of a bare {@code KEY}, which takes the value that is already set.
 */
final class RawEnvFile {

  private final Function<String, @Nullable String> outer;
  private final Map<String, String> values;
  private final Problems problems;

  private RawEnvFile(
      Function<String, @Nullable String> outer, Map<String, String> values, Problems problems) {
    this.outer = outer;
    this.values = values;
    this.problems = problems;
  }

  /** Adds the file's variables to the given ones. */
  static void read(
      TextFiles.Text file,
      Function<String, @Nullable String> outer,
      Map<String, String> values,
      Problems problems) {
    RawEnvFile raw = new RawEnvFile(outer, values, problems);
    TextPlaces places = TextPlaces.withoutLines(file);
    int start = 0;
    for (String line : file.text().split("\n", -1)) {
      int blanks = line.length() - line.stripLeading().length();
      raw.line(line.stripLeading().replaceFirst("\r$", ""), places, start + blanks);
      start += line.length() + 1;
    }
  }

  private void line(String line, TextPlaces places, int start) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    int equals = line.indexOf('=');
    String key = equals < 0 ? line : line.substring(0, equals);
    if (key.isEmpty()) {
      problems.error(places.at(start, 1), "a variable's name is missing before '='");
    } else if (key.indexOf(' ') >= 0 || key.indexOf('\t') >= 0) {
      problems.error(
          places.at(start, key.length()),
          "a variable's name cannot hold a space",
          "leave out what is not the name: the format 'raw' knows no 'export'");
    } else {
      put(key, equals < 0 ? outer.apply(key) : line.substring(equals + 1));
    }
  }

  private void put(String key, @Nullable String value) {
    if (value != null) {
      values.put(key, value);
    }
  }
}
