package org.jcompose;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jcompose.engine.Engine;
import org.jcompose.engine.EngineSettings;
import org.jcompose.load.LoadRequest;
import org.jcompose.provider.ServiceProviders;
import org.jspecify.annotations.Nullable;

/** The settings of a {@link Compose}; immutable, each method returns a copy with one change. */
public final class ComposeBuilder {

  private static final int MOST_AT_ONCE = 16;

  private Path workingDirectory = Path.of("").toAbsolutePath();
  private List<String> files = List.of();
  private @Nullable String standardInput;
  private @Nullable Path projectDirectory;
  private @Nullable String projectName;
  private List<String> profiles = List.of();
  private Set<String> services = Set.of();
  private List<String> envFiles = List.of();
  private Set<LoadRequest.Step> without = Set.of();
  private Map<String, String> environment = Map.of();
  private @Nullable String engineName;
  private Map<String, String> engineOptions = Map.of();
  private @Nullable Engine engine;
  private int parallelism = Math.min(MOST_AT_ONCE, 4 * Runtime.getRuntime().availableProcessors());

  ComposeBuilder() {}

  private ComposeBuilder(ComposeBuilder from) {
    workingDirectory = from.workingDirectory;
    files = from.files;
    standardInput = from.standardInput;
    projectDirectory = from.projectDirectory;
    projectName = from.projectName;
    profiles = from.profiles;
    services = from.services;
    envFiles = from.envFiles;
    without = from.without;
    environment = from.environment;
    engineName = from.engineName;
    engineOptions = from.engineOptions;
    engine = from.engine;
    parallelism = from.parallelism;
  }

  /** Where files are looked for, and what relative paths here start from. */
  public ComposeBuilder workingDirectory(Path directory) {
    return with(copy -> copy.workingDirectory = directory.toAbsolutePath().normalize());
  }

  /** One more Compose file, merged over those before it. */
  public ComposeBuilder file(String file) {
    List<String> all = new ArrayList<>(files);
    all.add(file);
    return files(all);
  }

  /** One more Compose file, merged over those before it. */
  public ComposeBuilder file(Path file) {
    return file(file.toString());
  }

  /**
   * The Compose files, {@code -} for the standard input; empty: those of {@code COMPOSE_FILE}, else
   * the ones found in the working directory or above it.
   */
  public ComposeBuilder files(List<String> all) {
    return with(copy -> copy.files = List.copyOf(all));
  }

  /** Loads without checking that what services refer to is there. */
  public ComposeBuilder withoutConsistencyCheck() {
    return without(LoadRequest.Step.CONSISTENCY);
  }

  /** Leaves the variables of each {@code env_file} in their files. */
  public ComposeBuilder withoutEnvFileContents() {
    return without(LoadRequest.Step.ENVIRONMENT);
  }

  /** Leaves out what normalization adds: names at the engine, and the default network. */
  public ComposeBuilder withoutNormalization() {
    return without(LoadRequest.Step.NORMALIZATION);
  }

  /** Leaves relative paths as they are. */
  public ComposeBuilder withoutPathResolution() {
    return without(LoadRequest.Step.PATHS);
  }

  /** What the file {@code -} stands for. */
  public ComposeBuilder standardInput(String text) {
    return with(copy -> copy.standardInput = text);
  }

  /** What relative paths in the files start from; null: the folder of the first file. */
  public ComposeBuilder projectDirectory(@Nullable Path directory) {
    return with(copy -> copy.projectDirectory = directory);
  }

  /** The project's name; null: by the rule of the Compose Specification. */
  public ComposeBuilder projectName(@Nullable String name) {
    return with(copy -> copy.projectName = name);
  }

  /** The profiles to enable besides those of {@code COMPOSE_PROFILES}; {@code *}: all. */
  public ComposeBuilder profiles(Collection<String> names) {
    return with(copy -> copy.profiles = List.copyOf(names));
  }

  /** Services that take part whatever their profiles. */
  public ComposeBuilder services(Collection<String> names) {
    return with(copy -> copy.services = new TreeSet<>(names));
  }

  /** Files of variables, instead of {@code .env}. */
  public ComposeBuilder envFiles(List<String> all) {
    return with(copy -> copy.envFiles = List.copyOf(all));
  }

  /**
   * The environment variables, for the files and for the search for engines; {@code
   * System.getenv()} for those of this process.
   */
  public ComposeBuilder environment(Map<String, String> variables) {
    return with(copy -> copy.environment = Map.copyOf(variables));
  }

  /** One more environment variable. */
  public ComposeBuilder environment(String name, String value) {
    Map<String, String> all = new TreeMap<>(environment);
    all.put(name, value);
    return environment(all);
  }

  /** The engine of this name; null: that of {@code JCOMPOSE_ENGINE}, else one that answers. */
  public ComposeBuilder engine(@Nullable String name) {
    return with(copy -> copy.engineName = name);
  }

  /** This engine, which is left open in the end. */
  public ComposeBuilder engine(Engine instance) {
    return with(copy -> copy.engine = instance);
  }

  /** A setting of a single engine, by {@code <engine>.<name>}. */
  public ComposeBuilder engineOption(String name, String value) {
    Map<String, String> all = new TreeMap<>(engineOptions);
    all.put(name, value);
    return with(copy -> copy.engineOptions = all);
  }

  /** How much is done at once, at least 1; waiting does not count. */
  public ComposeBuilder parallelism(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("parallelism starts at 1");
    }
    return with(copy -> copy.parallelism = number);
  }

  /** A Compose with these settings; nothing is read or opened yet. */
  public Compose build() {
    return new Compose(this);
  }

  LoadRequest loadRequest() {
    LoadRequest.Builder request =
        LoadRequest.in(workingDirectory)
            .files(files)
            .standardInput(standardInput)
            .projectDirectory(projectDirectory)
            .projectName(projectName)
            .profiles(profiles)
            .services(services)
            .envFiles(envFiles)
            .environment(environment);
    without.forEach(request::without);
    return request.build();
  }

  EngineSettings engineSettings() {
    String home = environment.getOrDefault("HOME", environment.getOrDefault("USERPROFILE", ""));
    return new EngineSettings(environment, workingDirectory.resolve(home), engineOptions);
  }

  @Nullable String engineName() {
    String variable = environment.getOrDefault("JCOMPOSE_ENGINE", "");
    return engineName != null || variable.isEmpty() ? engineName : variable;
  }

  /** The engine to use and leave open, or null. */
  @Nullable Engine engine() {
    return engine;
  }

  ServiceProviders providers() {
    return new ServiceProviders(environment, engineSettings().home(), workingDirectory);
  }

  int parallelism() {
    return parallelism;
  }

  /** The project's name if it alone was given; null if there are files to read. */
  @Nullable String nameWithoutFiles() {
    return files.isEmpty() ? projectName : null;
  }

  private ComposeBuilder without(LoadRequest.Step step) {
    Set<LoadRequest.Step> all = new TreeSet<>(without);
    all.add(step);
    return with(copy -> copy.without = all);
  }

  private ComposeBuilder with(Consumer<ComposeBuilder> change) {
    ComposeBuilder copy = new ComposeBuilder(this);
    change.accept(copy);
    return copy;
  }
}
