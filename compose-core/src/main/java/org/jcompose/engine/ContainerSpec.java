package org.jcompose.engine;

import java.util.List;
import java.util.Map;
import org.jcompose.model.Mount;
import org.jcompose.model.NetworkUse;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

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
 * @param inherits the container, by name or id, whose anonymous volumes it takes over where it
 *     mounts nothing else; null: they are new
 */
public record ContainerSpec(
    String project,
    Service service,
    int number,
    String name,
    Map<String, String> labels,
    Map<String, NetworkUse> networks,
    List<Mount> mounts,
    List<ContainerFile> files,
    @Nullable String inherits) {

  public ContainerSpec {
    labels = Map.copyOf(labels);
    networks = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(networks));
    mounts = List.copyOf(mounts);
    files = List.copyOf(files);
  }

  /** A container without configs and secrets, which takes over nothing. */
  public ContainerSpec(
      String project,
      Service service,
      int number,
      String name,
      Map<String, String> labels,
      Map<String, NetworkUse> networks,
      List<Mount> mounts) {
    this(project, service, number, name, labels, networks, mounts, List.of(), null);
  }

  /** This container of another form of its service. */
  public ContainerSpec withService(Service other) {
    return with(other, labels);
  }

  /** This container with other mounts. */
  public ContainerSpec withMounts(List<Mount> others) {
    return new ContainerSpec(
        project, service, number, name, labels, networks, others, files, inherits);
  }

  /** This container with its service and labels changed. */
  public ContainerSpec with(Service newService, Map<String, String> newLabels) {
    return new ContainerSpec(
        project, newService, number, name, newLabels, networks, mounts, files, inherits);
  }

  /** This container under an interim name, as the heir of another. */
  public ContainerSpec inPlaceOf(
      @Nullable String predecessor, String interimName, Map<String, String> newLabels) {
    return new ContainerSpec(
        project, service, number, interimName, newLabels, networks, mounts, files, predecessor);
  }
}
