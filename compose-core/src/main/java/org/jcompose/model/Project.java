package org.jcompose.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jcompose.problem.Places;
import org.jspecify.annotations.Nullable;

/**
 * A Compose project, fully resolved: files merged, variables replaced, short forms expanded,
 * defaults applied, references checked. Maps are in the order of their keys.
 *
 * @param name the project name, by the rule of the Compose Specification: {@code
 *     [a-z0-9][a-z0-9_-]*}
 * @param workingDir the absolute project directory, against which relative paths were resolved
 * @param files the absolute paths of the files it was loaded from, in their order
 * @param services the services that take part, by name
 * @param disabled the services that no active profile enables, by name
 * @param networks by their key in the file, those in use only
 * @param volumes by their key in the file
 * @param configs by their key in the file, those in use only
 * @param secrets by their key in the file, those in use only
 * @param models by their key in the file, those in use only
 * @param extensions the top-level {@code x-*} attributes, as plain maps, lists and scalars
 * @param nestedExtensions the {@code x-*} attributes that stand within others, by the path around
 *     them: {@code services.web.build}
 * @param places where each attribute was written
 */
public record Project(
    String name,
    Path workingDir,
    List<Path> files,
    Map<String, Service> services,
    Map<String, Service> disabled,
    Map<String, Network> networks,
    Map<String, Volume> volumes,
    Map<String, FileObject> configs,
    Map<String, FileObject> secrets,
    Map<String, Model> models,
    Map<String, @Nullable Object> extensions,
    Map<String, Map<String, @Nullable Object>> nestedExtensions,
    Places places) {

  public Project {
    files = List.copyOf(files);
    services = Ordered.copy(services);
    disabled = Ordered.copy(disabled);
    networks = Ordered.copy(networks);
    volumes = Ordered.copy(volumes);
    configs = Ordered.copy(configs);
    secrets = Ordered.copy(secrets);
    models = Ordered.copy(models);
    extensions = Ordered.copy(extensions);
    nestedExtensions = Ordered.copy(nestedExtensions);
  }

  public static Builder builder(String name, Path workingDir) {
    return new Builder(name, workingDir);
  }

  /** A builder that starts from this project. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /**
   * The service of the given name.
   *
   * @throws IllegalArgumentException if none takes part under that name
   */
  public Service service(String name) {
    Service service = services.get(name);
    if (service == null) {
      throw new IllegalArgumentException("no service '" + name + "'");
    }
    return service;
  }

  /** Builds a project; what is not set is absent. */
  public static final class Builder {
    private final String name;
    private final Path workingDir;
    private List<Path> files = List.of();
    private Map<String, Service> services = Map.of();
    private Map<String, Service> disabled = Map.of();
    private Map<String, Network> networks = Map.of();
    private Map<String, Volume> volumes = Map.of();
    private Map<String, FileObject> configs = Map.of();
    private Map<String, FileObject> secrets = Map.of();
    private Map<String, Model> models = Map.of();
    private Map<String, @Nullable Object> extensions = Map.of();
    private Map<String, Map<String, @Nullable Object>> nestedExtensions = Map.of();
    private Places places = Places.none();

    private Builder(String name, Path workingDir) {
      this.name = name;
      this.workingDir = workingDir;
    }

    private Builder(Project from) {
      this(from.name, from.workingDir);
      files = from.files;
      services = from.services;
      disabled = from.disabled;
      networks = from.networks;
      volumes = from.volumes;
      configs = from.configs;
      secrets = from.secrets;
      models = from.models;
      extensions = from.extensions;
      nestedExtensions = from.nestedExtensions;
      places = from.places;
    }

    public Builder files(List<Path> files) {
      this.files = files;
      return this;
    }

    public Builder services(Map<String, Service> services) {
      this.services = services;
      return this;
    }

    public Builder disabled(Map<String, Service> disabled) {
      this.disabled = disabled;
      return this;
    }

    public Builder networks(Map<String, Network> networks) {
      this.networks = networks;
      return this;
    }

    public Builder volumes(Map<String, Volume> volumes) {
      this.volumes = volumes;
      return this;
    }

    public Builder configs(Map<String, FileObject> configs) {
      this.configs = configs;
      return this;
    }

    public Builder secrets(Map<String, FileObject> secrets) {
      this.secrets = secrets;
      return this;
    }

    public Builder models(Map<String, Model> models) {
      this.models = models;
      return this;
    }

    public Builder extensions(Map<String, @Nullable Object> extensions) {
      this.extensions = extensions;
      return this;
    }

    public Builder nestedExtensions(Map<String, Map<String, @Nullable Object>> nestedExtensions) {
      this.nestedExtensions = nestedExtensions;
      return this;
    }

    public Builder places(Places places) {
      this.places = places;
      return this;
    }

    public Project build() {
      return new Project(
          name,
          workingDir,
          files,
          services,
          disabled,
          networks,
          volumes,
          configs,
          secrets,
          models,
          extensions,
          nestedExtensions,
          places);
    }
  }
}
