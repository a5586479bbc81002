package org.jcompose.engine;

import java.util.List;
import java.util.Map;
import org.jcompose.model.Mount;
import org.jcompose.model.NetworkUse;
import org.jcompose.model.Service;

/**
 * A container to create: one replica of a service, with every reference to another resource
 * resolved to that resource's name at the engine. What is not here is read from the service itself.
 *
 * @param project the project's name
 * @param service what it is a replica of; its {@code networks}, {@code volumes}, {@code configs}
 *     and {@code secrets} are the file's, those here count; where it shares with another service,
 *     or links to one, it names that one's containers: {@code container:NAME} in {@code
 *     network_mode}, {@code ipc} and {@code pid}, {@code NAME} and {@code NAME:MODE} in {@code
 *     volumes_from}, {@code NAME:ALIAS} in {@code links}
 * @param number from 1
 * @param name at the engine
 * @param labels all of them, the service's own included; an engine with images adds {@link
 *     ComposeLabels#IMAGE}
 * @param networks how it takes part, by the network's name at the engine, in the order in which to
 *     connect; aliases are complete
 * @param mounts what is mounted, each named volume under its name at the engine
 * @param files configs and secrets
 */
public record ContainerSpec(
    String project,
    Service service,
    int number,
    String name,
    Map<String, String> labels,
    Map<String, NetworkUse> networks,
    List<Mount> mounts,
    List<ContainerFile> files) {

  public ContainerSpec {
    labels = Map.copyOf(labels);
    networks = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(networks));
    mounts = List.copyOf(mounts);
    files = List.copyOf(files);
  }

  /** A container without configs and secrets. */
  public ContainerSpec(
      String project,
      Service service,
      int number,
      String name,
      Map<String, String> labels,
      Map<String, NetworkUse> networks,
      List<Mount> mounts) {
    this(project, service, number, name, labels, networks, mounts, List.of());
  }

  /** This container of another form of its service. */
  public ContainerSpec withService(Service other) {
    return new ContainerSpec(project, other, number, name, labels, networks, mounts, files);
  }
}
