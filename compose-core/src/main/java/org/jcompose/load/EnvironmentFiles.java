package org.jcompose.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jcompose.problem.Problems;

/** Reads the variables of a project's own environment files: {@code --env-file}, {@code .env}. */
final class EnvironmentFiles {

  private static final String DISABLE = "COMPOSE_DISABLE_ENV_FILE";
  private static final Set<String> YES = Set.of("1", "t", "T", "true", "True", "TRUE");
  private static final Set<String> NO = Set.of("0", "f", "F", "false", "False", "FALSE");

  private final LoadRequest request;
  private final TextFiles files;
  private final Problems problems;

  EnvironmentFiles(LoadRequest request, TextFiles files, Problems problems) {
    this.request = request;
    this.files = files;
    this.problems = problems;
  }

  /**
   * The given variables with those of the request's files added, which they win over.
   *
   * @param directory whose {@code .env} is read if the request names no files
   */
  Variables read(Path directory, Variables known) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Path file : paths(directory)) {
      files
          .readVariables(file, null)
          .ifPresent(text -> Dotenv.read(text, known::get, values, problems));
    }
    values.putAll(known.fromFiles());
    return new Variables(known.environment(), values);
  }

  private List<Path> paths(Path directory) {
    List<String> named = request.envFiles();
    if (named.isEmpty()) {
      named = Discovery.split(request.environment().getOrDefault("COMPOSE_ENV_FILES", ""), ",");
    }
    if (!named.isEmpty()) {
      return named.stream().map(request.workingDirectory()::resolve).map(Path::normalize).toList();
    }
    Path usual = directory.resolve(".env");
    return !isDisabled() && Files.isRegularFile(usual) ? List.of(usual) : List.of();
  }

  private boolean isDisabled() {
    String value = request.environment().getOrDefault(DISABLE, "");
    boolean disabled = YES.contains(value);
    if (!disabled && !value.isEmpty() && !NO.contains(value)) {
      problems.error(
          null,
          "'" + DISABLE + "' is '" + value + "', which says neither yes nor no",
          "use 'true'");
    }
    return disabled;
  }
}
