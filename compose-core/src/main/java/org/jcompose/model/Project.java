package org.jcompose.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jcompose.problem.Places;

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
 * @param extensions the top-level {@code x-*} attributes, as plain maps, lists and scalars
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
    Map<String, Object> extensions,
    Places places) {

  public Project {
    files = List.copyOf(files);
    services = Ordered.copy(services);
    disabled = Ordered.copy(disabled);
    networks = Ordered.copy(networks);
    volumes = Ordered.copy(volumes);
    extensions = Ordered.copy(extensions);
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
}
