package org.jcompose.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jcompose.engine.Capability;
import org.jcompose.engine.ComposeLabels;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.ContainerState.Status;
import org.jcompose.engine.Observed;
import org.jcompose.model.Network;
import org.jcompose.model.Project;
import org.jcompose.model.Service;
import org.jcompose.model.Volume;
import org.jspecify.annotations.Nullable;

/** The containers that there are, by service, and how they differ from what is wanted. */
final class Existing {

  /** Why a container diverges whose hash does; what of it, only a closer look can tell. */
  static final String CONFIGURATION = "its configuration changed";

  private final Map<String, List<ContainerState>> byService;
  private final Map<String, List<ContainerState>> hooks;
  private final Map<String, String> images;
  private final Set<Capability> capabilities;

  Existing(Observed observed, Set<Capability> capabilities) {
    this.byService =
        byService(observed.containers().stream().filter(each -> !each.oneOff() && !isHook(each)));
    this.hooks = byService(observed.containers().stream().filter(Existing::isHook));
    this.images = capabilities.contains(Capability.IMAGES) ? observed.images() : Map.of();
    this.capabilities = capabilities;
  }

  private static Map<String, List<ContainerState>> byService(Stream<ContainerState> containers) {
    return containers.collect(
        Collectors.groupingBy(ContainerState::service, TreeMap::new, Collectors.toList()));
  }

  private static boolean isHook(ContainerState container) {
    return !container.label(ComposeLabels.HOOK).isEmpty();
  }

  /** The containers of a service, by number. */
  List<ContainerState> of(Service service) {
    return byService.getOrDefault(service.name(), List.of());
  }

  /** The containers that were left by hooks of a service which did not complete. */
  List<ContainerState> hooksOf(Service service) {
    return hooks.getOrDefault(service.name(), List.of());
  }

  /** The containers of services that the project does not have, enabled or not. */
  List<ContainerState> orphans(Project project) {
    return byService.entrySet().stream()
        .filter(entry -> !project.services().containsKey(entry.getKey()))
        .filter(entry -> !project.disabled().containsKey(entry.getKey()))
        .flatMap(entry -> entry.getValue().stream())
        .toList();
  }

  /** Why a container is to be replaced by one with the given hash, or null if it is not. */
  @Nullable String divergence(
      ContainerState container, Service service, String hash, Project project) {
    if (!container.label(ComposeLabels.CONFIG_HASH).equals(hash)) {
      return CONFIGURATION;
    }
    String wanted = service.image() == null ? null : images.get(service.image());
    String label = container.label(ComposeLabels.IMAGE);
    String made = label.isEmpty() ? container.imageId() : label;
    if (wanted != null && !made.isEmpty() && !wanted.equals(made)) {
      return "its image changed";
    }
    return missing(container, service, project);
  }

  /** What is there by name, and so in no hash: networks and volumes that it should be using. */
  private @Nullable String missing(ContainerState container, Service service, Project project) {
    if (capabilities.contains(Capability.NETWORKS)) {
      for (String key : service.networks().keySet()) {
        Network network = project.networks().get(key);
        if (network != null && !container.networks().contains(network.name())) {
          return "it is not connected to network '" + network.name() + "'";
        }
      }
    }
    // None at all: the engine cannot tell.
    if (!container.volumes().isEmpty()) {
      for (String key : Desired.volumeKeys(service).toList()) {
        Volume volume = project.volumes().get(key);
        if (volume != null && !container.volumes().contains(volume.name())) {
          return "it does not mount volume '" + volume.name() + "'";
        }
      }
    }
    return null;
  }

  static boolean runs(ContainerState container) {
    return container.status() == Status.RUNNING
        || container.status() == Status.RESTARTING
        || container.status() == Status.PAUSED;
  }

  /** Why a container that does not run is started. */
  static String rest(ContainerState container) {
    Integer exitCode = container.exitCode();
    if (container.status() == Status.CREATED) {
      return "it was created but never started";
    }
    return exitCode == null ? "it does not run" : "it ended with exit code " + exitCode;
  }
}
