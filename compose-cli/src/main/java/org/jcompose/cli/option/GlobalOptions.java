package org.jcompose.cli.option;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The options before the subcommand, with the environment variables that stand in for them. */
public final class GlobalOptions {

  private final Options options;
  private final Map<String, String> env;
  private final Supplier<List<String>> files;
  private final Supplier<@Nullable String> projectName;
  private final Supplier<List<String>> profiles;
  private final Supplier<List<String>> envFiles;
  private final Supplier<@Nullable String> projectDirectory;
  private final Supplier<@Nullable Integer> parallel;
  private final Supplier<@Nullable String> progress;
  private final Supplier<@Nullable String> ansi;
  private final Supplier<@Nullable String> engine;
  private final Supplier<Boolean> debug;
  private final Supplier<Boolean> version;
  private final Supplier<List<String>> rest;

  public GlobalOptions(Map<String, String> env) {
    this.env = env;
    options =
        new Options(
                "jcompose",
                "Runs projects that are described by Compose files.",
                "[OPTIONS] COMMAND [ARGUMENTS...]")
            .stoppingAtFirstParameter();
    files = options.texts("FILE", "A Compose file; several are merged; '-': stdin", "-f", "--file");
    projectName = options.text("NAME", "The project's name", "-p", "--project-name");
    profiles = options.texts("NAME", "A profile to enable", "--profile");
    envFiles = options.texts("FILE", "Instead of '.env'", "--env-file");
    projectDirectory = options.text("DIR", "What relative paths start from", "--project-directory");
    parallel =
        options.value(
            "N", Numbers::parallelism, "How much is done at once; -1: no limit", "--parallel");
    progress =
        options.text("MODE", "How work is shown: auto, tty, plain, json, quiet", "--progress");
    ansi = options.text("WHEN", "Whether to colour: auto, never, always", "--ansi");
    engine = options.text("NAME", "What runs the project: docker, process, ...", "--engine");
    debug = options.flag("Show where errors come from", "--debug");
    version = options.flag("Show the version", "-v", "--version");
    options.notYet("--all-resources", "--compatibility", "--dry-run", "--verbose", "--no-ansi");
    options.notYetTaking("--workdir");
    rest = options.parameters("COMMAND");
  }

  public Options options() {
    return options;
  }

  public List<String> files() {
    return files.get();
  }

  public @Nullable String projectName() {
    return projectName.get();
  }

  public List<String> profiles() {
    return profiles.get();
  }

  public List<String> envFiles() {
    return envFiles.get();
  }

  public @Nullable String projectDirectory() {
    return projectDirectory.get();
  }

  /** How much is done at once; null: as many as suits the machine. */
  public @Nullable Integer parallel() {
    Integer given = parallel.get();
    String limit = env.getOrDefault("COMPOSE_PARALLEL_LIMIT", "");
    if (given != null || limit.isEmpty()) {
      return given;
    }
    return readLimit(limit);
  }

  /** One of {@code auto tty plain json quiet}. */
  public String progress() {
    return word(
        progress.get(), "COMPOSE_PROGRESS", List.of("auto", "tty", "plain", "json", "quiet"));
  }

  /** One of {@code auto never always}. */
  public String ansi() {
    return word(ansi.get(), "COMPOSE_ANSI", List.of("auto", "never", "always"));
  }

  /** The name of the engine to use, or null. */
  public @Nullable String engine() {
    String given = engine.get();
    String variable = env.getOrDefault("JCOMPOSE_ENGINE", "");
    return given != null ? given : variable.isEmpty() ? null : variable;
  }

  public boolean debug() {
    return debug.get();
  }

  public boolean version() {
    return version.get();
  }

  /** The subcommand and its arguments. */
  public List<String> rest() {
    return rest.get();
  }

  private int readLimit(String limit) {
    try {
      return Numbers.parallelism(limit);
    } catch (IllegalArgumentException e) {
      throw options.wrong("COMPOSE_PARALLEL_LIMIT: " + e.getMessage(), null);
    }
  }

  private String word(@Nullable String given, String variable, List<String> words) {
    String word = given != null ? given : env.getOrDefault(variable, "");
    if (word.isEmpty()) {
      return words.get(0);
    }
    if (!words.contains(word)) {
      throw options.wrong(
          "'" + word + "' is not one of '" + String.join("', '", words) + "'", null);
    }
    return word;
  }
}
