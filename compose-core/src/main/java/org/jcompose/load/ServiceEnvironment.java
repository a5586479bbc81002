package org.jcompose.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
    Map<String, String> fromFiles = new LinkedHashMap<>();
    for (View file : view.views("env_file")) {
      read(file, name -> known(name, own), fromFiles);
    }
    Map<String, @Nullable String> all = new LinkedHashMap<>(fromFiles);
    all.putAll(own);
    service.environment(all);
  }

  private @Nullable String known(String name, Map<String, @Nullable String> own) {
    String value = variables.get(name);
    return value != null ? value : own.get(name);
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

  private void read(
      View file, Function<String, @Nullable String> outer, Map<String, String> values) {
    String name = file.nonEmpty("path");
    if (name == null) {
      problems.error(file.mapping().place(), "an environment file has no 'path'");
      return;
    }
    Path path = files.absolute(name);
    if (isRequired(file) || Files.exists(path)) {
      files
          .readVariables(path, file.place("path"))
          .ifPresent(text -> parse(file, text, outer, values));
    }
  }

  private void parse(
      View file,
      TextFiles.Text text,
      Function<String, @Nullable String> outer,
      Map<String, String> values) {
    String format = file.nonEmpty("format");
    if (format == null) {
      Dotenv.read(text, outer, values, problems);
    } else if (format.equals("raw")) {
      RawEnvFile.read(text, outer, values, problems);
    } else {
      problems.error(
          file.place("format"), "'" + format + "' is no format of environment files", "use 'raw'");
    }
  }
}
