package org.jcompose.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jcompose.graph.ServiceGraph;
import org.jcompose.model.Dependency;
import org.jcompose.model.Mount;
import org.jcompose.model.Network;
import org.jcompose.model.Project;
import org.jcompose.model.Service;
import org.jcompose.model.Volume;
import org.jcompose.problem.Problem;
import org.jcompose.problem.Problems;

/** What is wanted of a project: the services that take part, in order, and what they use. */
final class Desired {

  final Project project;
  final UpOptions options;

  /** The services wanted and those they depend on, each after those. */
  final List<Service> services;

  private final Map<String, Map<Dependency.Condition, Set<String>>> dependents = new HashMap<>();
  private final Set<String> awaitedToComplete = new HashSet<>();

  Desired(Project project, UpOptions options) {
    this.project = project;
    this.options = options;
    refuseUnknown();
    this.services = selected();
    refuseSeveralOfOneName();
    services.forEach(this::indexDependencies);
    project.services().values().forEach(this::indexOneShots);
  }

  int replicas(Service service) {
    Integer scale = options.scale().get(service.name());
    return scale == null ? service.replicas() : scale;
  }

  /** Whether the user asked for it, rather than another service. */
  boolean isNamed(String service) {
    return options.services().isEmpty() || options.services().contains(service);
  }

  /** Whether another service of the project waits for it to complete. */
  boolean isOneShot(String service) {
    return awaitedToComplete.contains(service);
  }

  /** The services of the plan that depend on the given one in that way. */
  Set<String> dependents(String service, Dependency.Condition condition) {
    return dependents.getOrDefault(service, Map.of()).getOrDefault(condition, Set.of());
  }

  /** The networks that services of the plan take part in. */
  List<Network> networks() {
    return services.stream()
        .flatMap(service -> service.networks().keySet().stream())
        .distinct()
        .sorted()
        .flatMap(key -> Stream.ofNullable(project.networks().get(key)))
        .toList();
  }

  /** The volumes that services of the plan mount. */
  List<Volume> volumes() {
    return services.stream()
        .flatMap(Desired::volumeKeys)
        .distinct()
        .sorted()
        .flatMap(key -> Stream.ofNullable(project.volumes().get(key)))
        .toList();
  }

  /** The keys of the named volumes that a service mounts. */
  static Stream<String> volumeKeys(Service service) {
    return service.volumes().stream()
        .filter(mount -> mount.type() == Mount.Type.VOLUME)
        .flatMap(mount -> Stream.ofNullable(mount.source()));
  }

  private List<Service> selected() {
    ServiceGraph graph = ServiceGraph.of(project.services().values());
    Stream<String> names = graph.order().stream();
    if (!options.services().isEmpty()) {
      names = names.filter(graph.withDependencies(options.services())::contains);
    }
    return names.map(project::service).toList();
  }

  private void refuseUnknown() {
    Problems problems = new Problems();
    Set<String> named = new TreeSet<>(options.services());
    named.addAll(options.scale().keySet());
    named.removeAll(project.services().keySet());
    for (String name : named) {
      Service disabled = project.disabled().get(name);
      problems.add(disabled == null ? unknown(name) : disabled(disabled));
    }
    problems.throwIfErrors();
  }

  private void refuseSeveralOfOneName() {
    Problems problems = new Problems();
    for (Service service : services) {
      if (service.containerName() != null && replicas(service) > 1) {
        problems.add(oneName(service));
      }
    }
    problems.throwIfErrors();
  }

  private Problem oneName(Service service) {
    return Problem.error(
        project.places().at("services." + service.name() + ".container_name").orElse(null),
        "service '"
            + service.name()
            + "' cannot have "
            + replicas(service)
            + " containers, because its 'container_name' is that of one: '"
            + service.containerName()
            + "'",
        "remove 'container_name', or scale the service to 1");
  }

  private static Problem unknown(String name) {
    return Problem.error(null, "there is no service '" + name + "' in the project", null);
  }

  private Problem disabled(Service service) {
    return Problem.error(
        project.places().at("services." + service.name()).orElse(null),
        "service '" + service.name() + "' is not enabled by any active profile",
        "activate one of its profiles: " + String.join(", ", service.profiles()));
  }

  private void indexDependencies(Service service) {
    service
        .dependsOn()
        .forEach(
            (on, dependency) ->
                dependents
                    .computeIfAbsent(on, name -> new HashMap<>())
                    .computeIfAbsent(dependency.condition(), condition -> new TreeSet<>())
                    .add(service.name()));
  }

  private void indexOneShots(Service service) {
    service
        .dependsOn()
        .forEach(
            (on, dependency) -> {
              if (dependency.condition() == Dependency.Condition.SERVICE_COMPLETED_SUCCESSFULLY) {
                awaitedToComplete.add(on);
              }
            });
  }
}
