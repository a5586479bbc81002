package org.jcompose.load;

import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What to load. Nothing else is looked at but the file system: neither the process's environment
 * nor its working directory.
 *
 * @param workingDirectory absolute; where files are looked for, and what relative paths here mean
 * @param files the Compose files in the order in which they are merged, {@code -} for the standard
 *     input; empty: those of {@code COMPOSE_FILE}, else the ones found in the working directory or
 *     above it
 * @param standardInput what {@code -} stands for; null: nothing
 * @param projectDirectory null: the folder of the first file
 * @param projectName null: by the rule of the Compose Specification
 * @param profiles the active profiles, {@code *}: all; empty: those of {@code COMPOSE_PROFILES}
 * @param services services that were named, and are enabled whatever their profiles
 * @param envFiles files of variables for interpolation; empty: those of {@code COMPOSE_ENV_FILES},
 *     else {@code .env}
 * @param environment the environment's variables, which win over those of files
 * @param without steps to leave out
 */
public record LoadRequest(
    Path workingDirectory,
    List<String> files,
    @Nullable String standardInput,
    @Nullable Path projectDirectory,
    @Nullable String projectName,
    Set<String> profiles,
    Set<String> services,
    List<String> envFiles,
    Map<String, String> environment,
    Set<Step> without) {

  /** Steps of a load that can be left out. */
  public enum Step {
    /** References between services, networks and volumes are checked. */
    CONSISTENCY,
    /**
     * Variables from {@code env_file} join {@code environment}. Without it the project is in the
     * form of which {@code docker compose config --hash} takes its hashes.
     */
    ENVIRONMENT,
    /** Networks and volumes get their names, and services the default network. */
    NORMALIZATION,
    /** Relative paths become absolute. */
    PATHS
  }

  public LoadRequest {
    if (!workingDirectory.isAbsolute()) {
      throw new IllegalArgumentException("'" + workingDirectory + "' is not absolute");
    }
    files = List.copyOf(files);
    profiles = Set.copyOf(profiles);
    services = Set.copyOf(services);
    envFiles = List.copyOf(envFiles);
    environment = Map.copyOf(environment);
    without = Set.copyOf(without);
  }

  /** Whether a step is to be done. */
  public boolean has(Step step) {
    return !without.contains(step);
  }

  /** A request in the given working directory. */
  public static Builder in(Path workingDirectory) {
    return new Builder(workingDirectory);
  }

  /** Builds a request; what is not set is absent. */
  public static final class Builder {
    private final Path workingDirectory;
    private List<String> files = List.of();
    private @Nullable String standardInput;
    private @Nullable Path projectDirectory;
    private @Nullable String projectName;
    private Set<String> profiles = Set.of();
    private Set<String> services = Set.of();
    private List<String> envFiles = List.of();
    private Map<String, String> environment = Map.of();
    private final Set<Step> without = EnumSet.noneOf(Step.class);

    private Builder(Path workingDirectory) {
      this.workingDirectory = workingDirectory;
    }

    public Builder files(List<String> files) {
      this.files = files;
      return this;
    }

    public Builder files(String... files) {
      return files(List.of(files));
    }

    public Builder standardInput(@Nullable String standardInput) {
      this.standardInput = standardInput;
      return this;
    }

    public Builder projectDirectory(@Nullable Path projectDirectory) {
      this.projectDirectory = projectDirectory;
      return this;
    }

    public Builder projectName(@Nullable String projectName) {
      this.projectName = projectName;
      return this;
    }

    public Builder profiles(Collection<String> profiles) {
      this.profiles = new TreeSet<>(profiles);
      return this;
    }

    public Builder services(Collection<String> services) {
      this.services = new TreeSet<>(services);
      return this;
    }

    public Builder envFiles(List<String> envFiles) {
      this.envFiles = envFiles;
      return this;
    }

    public Builder environment(Map<String, String> environment) {
      this.environment = environment;
      return this;
    }

    public Builder without(Step step) {
      without.add(step);
      return this;
    }

    public LoadRequest build() {
      return new LoadRequest(
          workingDirectory,
          files,
          standardInput,
          projectDirectory,
          projectName,
          profiles,
          services,
          envFiles,
          environment,
          without);
    }
  }
}
