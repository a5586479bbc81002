package org.jcompose.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.NetworkSpec;
import org.jcompose.graph.ServiceGraph;
import org.jcompose.model.NetworkUse;
import org.jcompose.model.Project;
import org.jcompose.model.Service;
import org.jcompose.plan.Step.Target;

/**
 * Drafts what makes networks anew whose configuration changed: the containers on one are stopped,
 * dependents first, and disconnected; it is removed and created; those that stay are connected
 * again.
 */
final class NetworkRenewals {

  private final Draft draft;
  private final Lifecycle lifecycle;
  private final Project project;
  private final List<ContainerState> containers;
  private final Map<String, List<ContainerState>> members = new LinkedHashMap<>();
  private final Map<String, List<String>> stops = new HashMap<>();
  private final Set<String> rejoined = new HashSet<>();

  NetworkRenewals(Lifecycle lifecycle, Project project, List<ContainerState> containers) {
    this.draft = lifecycle.draft();
    this.lifecycle = lifecycle;
    this.project = project;
    this.containers = containers;
  }

  void renew(NetworkSpec spec, String cause) {
    String network = spec.network().name();
    List<ContainerState> on =
        containers.stream().filter(each -> each.networks().contains(network)).toList();
    members.put(network, on);
    After left = After.nothing();
    for (ContainerState container : dependentsFirst(on)) {
      After stopped = stop(container, network);
      Step leave = new Step.DisconnectContainer(target(container), network);
      left.and(draft.add(leave, remade(network), stopped));
    }
    String removed = draft.add(new Step.RemoveNetwork(network), cause, left);
    draft.add(new Step.CreateNetwork(spec), "it is made anew", After.step(removed));
  }

  private After stop(ContainerState container, String network) {
    if (!Existing.runs(container)) {
      return After.nothing();
    }
    After dependents = After.nothing();
    for (Service service : project.services().values()) {
      if (service.dependsOn().containsKey(container.service())) {
        stops.getOrDefault(service.name(), List.of()).forEach(dependents::and);
      }
    }
    String stopped = lifecycle.stop(container, remade(network), dependents);
    stops.computeIfAbsent(container.service(), name -> new ArrayList<>()).add(stopped);
    return After.step(stopped);
  }

  private List<ContainerState> dependentsFirst(List<ContainerState> some) {
    List<String> order = new ArrayList<>(ServiceGraph.of(project.services().values()).order());
    return some.stream()
        .sorted((one, other) -> order.indexOf(other.service()) - order.indexOf(one.service()))
        .toList();
  }

  /** Whether a container was on a network that is made anew, and so is stopped. */
  boolean concerns(ContainerState container) {
    return members.values().stream().anyMatch(on -> on.contains(container));
  }

  /** Connects a container that stays to its networks that are made anew. */
  After rejoin(ContainerState container, Map<String, NetworkUse> uses) {
    After joined = After.nothing();
    rejoined.add(container.id());
    members.forEach(
        (network, on) -> {
          if (on.contains(container)) {
            NetworkUse own = NetworkUse.builder().aliases(aliases(container)).build();
            NetworkUse use = uses.getOrDefault(network, own);
            Step connect = new Step.ConnectContainer(target(container), network, use);
            After there = After.step("create network " + network);
            joined.and(draft.add(connect, remade(network), there));
          }
        });
    return joined;
  }

  /** Connects those that nobody else spoke for, and starts those that ran. */
  void rejoinOthers() {
    for (ContainerState container : containers) {
      boolean goes = draft.has("remove container " + container.name());
      if (concerns(container) && !goes && !rejoined.contains(container.id())) {
        After joined = rejoin(container, Map.of());
        if (Existing.runs(container)) {
          draft.add(new Step.StartContainer(target(container)), "it ran before", joined);
        }
      }
    }
  }

  private static List<String> aliases(ContainerState container) {
    return List.of(container.name(), container.service());
  }

  private static String remade(String network) {
    return "network '" + network + "' is made anew";
  }

  private static Target target(ContainerState container) {
    return new Target(container.service(), container.name());
  }
}
