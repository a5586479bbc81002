package org.jcompose.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcompose.model.EnvFile;
import org.jcompose.model.Service;
import org.jcompose.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Gives a service its labels and its environment: the variables of its files, then its own, and for
 * names without a value the project's.
 */
final class ServiceEnvironment {

  private final Variables variables;
  private final TextFiles files;
  private final boolean resolve;
  private final Problems problems;

  ServiceEnvironment(Variables variables, TextFiles files, boolean resolve, Problems problems) {
    this.variables = variables;
    this.files = files;
    this.resolve = resolve;
    this.problems = problems;
  }

  void bind(View view, Service.Builder service) {
    service.labels(new ServiceLabels(files, problems).of(view));
    Map<String, @Nullable String> own = own(view);
    if (!resolve) {
      service.environment(own).envFiles(envFiles(view));
      return;
    }
    Map<String, @Nullable String> all = new LinkedHashMap<>();
    for (View file : view.views("env_file")) {
      all.putAll(read(file, own, all));
    }
    all.putAll(own);
    service.environment(all);
  }

  private Map<String, @Nullable String> own(View view) {
    Map<String, @Nullable String> own = view.nullableTextMap("environment");
    own.replaceAll((name, value) -> value == null ? variables.get(name) : value);
    return own;
  }

  private static List<EnvFile> envFiles(View view) {
    List<EnvFile> found = new ArrayList<>();
    for (View file : view.views("env_file")) {
      String path = file.nonEmpty("path");
      if (path != null) {
        found.add(new EnvFile(path, isRequired(file), file.nonEmpty("format")));
      }
    }
    return found;
  }

  private static boolean isRequired(View file) {
    return !Boolean.FALSE.equals(file.bool("required"));
  }

  private Map<String, String> read(
      View file, Map<String, @Nullable String> own, Map<String, @Nullable String> before) {
    String path = file.nonEmpty("path");
    if (path == null) {
      problems.error(file.mapping().place(), "an environment file has no 'path'");
      return Map.of();
    }
    if (!isRequired(file) && !Files.exists(Path.of(path))) {
      return Map.of();
    }
    return files
        .read(Path.of(path), file.place("path"))
        .map(text -> parse(file, text, own, before))
        .orElse(Map.of());
  }

  private Map<String, String> parse(
      View file,
      TextFiles.Text text,
      Map<String, @Nullable String> own,
      Map<String, @Nullable String> before) {
    String format = file.nonEmpty("format");
    if (format == null) {
      return Dotenv.read(text.source(), text.text(), lookup(own, before)::get, problems);
    }
    if (!format.equals("raw")) {
      problems.error(
          file.place("format"), "'" + format + "' is no format of environment files", "use 'raw'");
      return Map.of();
    }
    return Dotenv.readRaw(text.source(), text.text(), problems);
  }

  private Variables lookup(
      Map<String, @Nullable String> own, Map<String, @Nullable String> before) {
    Map<String, String> known = new LinkedHashMap<>(variables.fromFiles());
    for (Map<String, @Nullable String> values : List.of(before, own)) {
      values.forEach(
          (name, value) -> {
            if (value != null && variables.get(name) == null) {
              known.put(name, value);
            }
          });
    }
    return new Variables(variables.environment(), known);
  }
}
