package org.jcompose.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jcompose.engine.Capability;
import org.jcompose.engine.ComposeLabels;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.ContainerState.Status;
import org.jcompose.engine.Observed;
import org.jcompose.model.Project;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/** The containers that there are, by service, and how they differ from what is wanted. */
final class Existing {

  private final Map<String, List<ContainerState>> byService;
  private final Map<String, String> images;

  Existing(Observed observed, Set<Capability> capabilities) {
    this.byService =
        observed.containers().stream()
            .filter(container -> !container.oneOff())
            .collect(
                Collectors.groupingBy(ContainerState::service, TreeMap::new, Collectors.toList()));
    this.images = capabilities.contains(Capability.IMAGES) ? observed.images() : Map.of();
  }

  /** The containers of a service, by number. */
  List<ContainerState> of(Service service) {
    return byService.getOrDefault(service.name(), List.of());
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
  @Nullable String divergence(ContainerState container, Service service, String hash) {
    if (!container.label(ComposeLabels.CONFIG_HASH).equals(hash)) {
      return "its configuration changed";
    }
    String wanted = service.image() == null ? null : images.get(service.image());
    String label = container.label(ComposeLabels.IMAGE);
    String made = label.isEmpty() ? container.imageId() : label;
    return wanted == null || made.isEmpty() || wanted.equals(made) ? null : "its image changed";
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
