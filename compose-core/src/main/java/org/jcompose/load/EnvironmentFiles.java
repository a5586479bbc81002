package org.jcompose.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jcompose.problem.Problems;
import org.jspecify.annotations.Nullable;

/** Reads the variables of a project's own environment files: {@code --env-file}, {@code .env}. */
final class EnvironmentFiles {

  private final LoadRequest request;
  private final TextFiles files;
  private final Problems problems;

  EnvironmentFiles(LoadRequest request, TextFiles files, Problems problems) {
    this.request = request;
    this.files = files;
    this.problems = problems;
  }

  /** The request's variables and those of its files; {@code .env} is the one in the directory. */
  Variables read(Path directory) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Path file : paths(directory)) {
      Optional<TextFiles.Text> text = files.readVariables(file, null);
      text.ifPresent(
          found ->
              values.putAll(
                  Dotenv.read(
                      found.source(),
                      found.text(),
                      new Variables(request.environment(), values)::get,
                      problems)));
    }
    return new Variables(request.environment(), values);
  }

  private List<Path> paths(Path directory) {
    List<String> named = request.envFiles();
    Variables variables = new Variables(request.environment(), Map.of());
    String listed = variables.nonEmpty("COMPOSE_ENV_FILES");
    if (named.isEmpty() && isOn(variables.nonEmpty("COMPOSE_DISABLE_ENV_FILE"))) {
      return List.of();
    }
    if (named.isEmpty() && listed != null) {
      named = Discovery.split(listed, ",");
    }
    if (!named.isEmpty()) {
      return named.stream().map(request.workingDirectory()::resolve).map(Path::normalize).toList();
    }
    Path usual = directory.resolve(".env");
    return Files.isRegularFile(usual) ? List.of(usual) : List.of();
  }

  private static boolean isOn(@Nullable String value) {
    return value != null && (value.equals("1") || value.equalsIgnoreCase("true"));
  }
}
