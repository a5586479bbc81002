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
 * @param service what it is a replica of; its {@code networks} and {@code volumes} are the file's,
 *     those here count
 * @param number from 1
 * @param name at the engine
 * @param labels all of them, the service's own included; an engine with images adds {@link
 *     ComposeLabels#IMAGE}
 * @param networks how it takes part, by the network's name at the engine, in the order in which to
 *     connect; aliases are complete
 * @param mounts what is mounted, each named volume under its name at the engine
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
    @Nullable String inherits) {

  public ContainerSpec {
    labels = Map.copyOf(labels);
    networks = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(networks));
    mounts = List.copyOf(mounts);
  }

  /** A container that takes over nothing. */
  public ContainerSpec(
      String project,
      Service service,
      int number,
      String name,
      Map<String, String> labels,
      Map<String, NetworkUse> networks,
      List<Mount> mounts) {
    this(project, service, number, name, labels, networks, mounts, null);
  }

  /** This container with its service and labels changed. */
  public ContainerSpec with(Service newService, Map<String, String> newLabels) {
    return new ContainerSpec(
        project, newService, number, name, newLabels, networks, mounts, inherits);
  }

  /** This container under an interim name, as the heir of another. */
  public ContainerSpec inPlaceOf(
      @Nullable String predecessor, String interimName, Map<String, String> newLabels) {
    return new ContainerSpec(
        project, service, number, interimName, newLabels, networks, mounts, predecessor);
  }
}
