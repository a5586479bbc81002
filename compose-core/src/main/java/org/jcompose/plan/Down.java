package org.jcompose.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jcompose.engine.Capability;
import org.jcompose.engine.ComposeLabels;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.Observed;
import org.jcompose.engine.Observed.NetworkState;
import org.jcompose.engine.Observed.VolumeState;
import org.jcompose.graph.ServiceGraph;
import org.jcompose.model.Dependency;
import org.jcompose.model.Project;
import org.jcompose.model.Service;
import org.jcompose.plan.Step.Target;
import org.jspecify.annotations.Nullable;

/**
 * Plans {@code down}: the reverse of {@code up}, by what the containers' own labels say of their
 * dependencies, so that it needs no file and takes down what any profile started.
 */
final class Down {

  private static final String CAUSE = "the project goes down";

  private final Draft draft = new Draft();
  private final String projectName;
  private final @Nullable Project project;
  private final Observed observed;
  private final DownOptions options;
  private final Removal removal;
  private final Lifecycle lifecycle;
  private final Map<String, List<ContainerState>> going;
  private final List<ContainerState> staying;
  private final Map<String, List<String>> ends = new HashMap<>();
  private final Map<String, List<String>> removalsByNetwork = new HashMap<>();
  private final Set<String> removals = new LinkedHashSet<>();

  /** How containers of a service are ended: each by itself, or by the service. */
  @FunctionalInterface
  interface Removal {
    /** Drafts the end of a container: which step ends it, and which removes it. */
    Lifecycle.Removal add(
        Lifecycle lifecycle, ContainerState container, DownOptions options, After after);
  }

  Down(
      String projectName,
      @Nullable Project project,
      Observed observed,
      DownOptions options,
      Removal removal) {
    this.projectName = projectName;
    this.project = project;
    this.observed = observed;
    this.options = options;
    this.removal = removal;
    this.lifecycle = new Lifecycle(draft, project, options.timeout());
    Map<Boolean, List<ContainerState>> parts =
        observed.containers().stream().collect(Collectors.partitioningBy(this::goes));
    this.staying = parts.getOrDefault(false, List.of());
    this.going =
        parts.getOrDefault(true, List.of()).stream()
            .collect(
                Collectors.groupingBy(ContainerState::service, TreeMap::new, Collectors.toList()));
  }

  static Lifecycle.Removal container(
      Lifecycle lifecycle, ContainerState container, DownOptions options, After after) {
    return lifecycle.remove(container, options.volumes(), CAUSE, after);
  }

  static Lifecycle.Removal service(
      Lifecycle lifecycle, ContainerState container, DownOptions options, After after) {
    String name = container.label(ComposeLabels.PROJECT) + "_" + container.service();
    Step remove = new Step.RemoveService(new Target(container.service(), name));
    String removed = lifecycle.draft().add(remove, CAUSE, after);
    return new Lifecycle.Removal(removed, removed);
  }

  Plan plan(Set<Capability> capabilities) {
    addContainers();
    Providing.release(project, draft, ends);
    Orphans.notice(staying, draft);
    if (capabilities.contains(Capability.NETWORKS)) {
      observed.networks().stream().filter(this::isOurs).forEach(this::addNetwork);
    }
    if (options.volumes() && capabilities.contains(Capability.VOLUMES)) {
      observed.volumes().stream().filter(this::isOurs).forEach(this::addVolume);
    }
    return draft.plan(projectName);
  }

  private boolean goes(ContainerState container) {
    return project == null
        || options.removeOrphans()
        || project.services().containsKey(container.service())
        || project.disabled().containsKey(container.service());
  }

  private void addContainers() {
    Map<String, Service> remembered = new LinkedHashMap<>();
    going.forEach((name, containers) -> remembered.put(name, remembered(name, containers)));
    ServiceGraph graph = ServiceGraph.of(remembered.values());
    for (String service : lastFirst(graph, remembered.keySet())) {
      Set<String> earlier = new LinkedHashSet<>();
      graph
          .dependentsOf(service)
          .forEach(dependent -> earlier.addAll(ends.getOrDefault(dependent, List.of())));
      for (ContainerState container : going.getOrDefault(service, List.of())) {
        add(container, After.steps(earlier));
      }
    }
  }

  private static List<String> lastFirst(ServiceGraph graph, Collection<String> services) {
    List<String> order = new ArrayList<>();
    // Containers of different versions of a file may remember a cycle; then any order must do.
    order.addAll(graph.cycles().isEmpty() ? graph.order() : services);
    Collections.reverse(order);
    return order;
  }

  private static Service remembered(String name, List<ContainerState> containers) {
    Map<String, Dependency> dependencies = new HashMap<>();
    for (ContainerState container : containers) {
      DependsOnLabel.services(container.label(ComposeLabels.DEPENDS_ON))
          .forEach(on -> dependencies.put(on, Dependency.started()));
    }
    dependencies.remove(name);
    return Service.builder(name).dependsOn(dependencies).build();
  }

  private void add(ContainerState container, After after) {
    Lifecycle.Removal ending = removal.add(lifecycle, container, options, after);
    ends.computeIfAbsent(container.service(), name -> new ArrayList<>()).add(ending.ended());
    removals.add(ending.removed());
    for (String network : new HashSet<>(container.networks())) {
      removalsByNetwork.computeIfAbsent(network, name -> new ArrayList<>()).add(ending.removed());
    }
  }

  private boolean isOurs(NetworkState network) {
    return projectName.equals(network.labels().get(ComposeLabels.PROJECT))
        && (project == null
            || project.networks().values().stream()
                .noneMatch(each -> each.external() && each.name().equals(network.name())));
  }

  private boolean isOurs(VolumeState volume) {
    return projectName.equals(volume.labels().get(ComposeLabels.PROJECT))
        && (project == null
            || project.volumes().values().stream()
                .noneMatch(each -> each.external() && each.name().equals(volume.name())));
  }

  private void addNetwork(NetworkState network) {
    String users =
        staying.stream()
            .filter(container -> container.networks().contains(network.name()))
            .map(container -> "'" + container.name() + "'")
            .collect(Collectors.joining(", "));
    if (users.isEmpty()) {
      After after = After.steps(removalsByNetwork.getOrDefault(network.name(), List.of()));
      draft.add(new Step.RemoveNetwork(network.name()), CAUSE, after);
    } else {
      draft.notice("network '" + network.name() + "' stays, because it is used by " + users);
    }
  }

  private void addVolume(VolumeState volume) {
    draft.add(
        new Step.RemoveVolume(volume.name()),
        "the removal of volumes was asked for",
        After.steps(removals));
  }
}
