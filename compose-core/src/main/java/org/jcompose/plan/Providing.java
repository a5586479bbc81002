package org.jcompose.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jcompose.model.Project;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/**
 * Services that a program provides instead of containers. What it tells them is part of the
 * configuration of the services that depend on it, so it is asked before these are planned.
 */
public final class Providing {

  private Providing() {}

  /** The project with what providers told in the environment of the services that depend on it. */
  public static Project told(Project project, Map<String, Map<String, String>> variables) {
    Map<String, Service> services = new HashMap<>();
    project.services().forEach((name, service) -> services.put(name, told(service, variables)));
    return project.toBuilder().services(services).build();
  }

  private static Service told(Service service, Map<String, Map<String, String>> variables) {
    Map<String, @Nullable String> environment = new LinkedHashMap<>(service.environment());
    for (String on : service.dependsOn().keySet()) {
      environment.putAll(variables.getOrDefault(on, Map.of()));
    }
    return environment.equals(service.environment())
        ? service
        : service.toBuilder().environment(environment).build();
  }

  /** Drafts that services are provided, each after those that it depends on. */
  static void provide(Desired desired, Draft draft) {
    for (Service service : desired.services) {
      if (service.provider() != null) {
        After after = After.nothing();
        for (String on : service.dependsOn().keySet()) {
          String earlier = "provide service " + on;
          if (draft.has(earlier)) {
            after.and(earlier);
          }
        }
        draft.add(new Step.ProvideService(desired.project.name(), service), cause(service), after);
      }
    }
  }

  /** Drafts that everything provided is released, when nothing uses it any more. */
  static void release(@Nullable Project project, Draft draft, Map<String, List<String>> ends) {
    if (project == null) {
      return;
    }
    List<Service> all = new ArrayList<>(project.services().values());
    all.addAll(project.disabled().values());
    for (Service service : all) {
      if (service.provider() != null) {
        After after = After.nothing();
        all.stream()
            .filter(other -> other.dependsOn().containsKey(service.name()))
            .flatMap(other -> ends.getOrDefault(other.name(), List.of()).stream())
            .forEach(after::and);
        draft.add(new Step.ReleaseService(project.name(), service), cause(service), after);
      }
    }
  }

  /** What is not known of a service before its providers have been asked. */
  static boolean isToldByProviders(Service service, Project project, List<String> changed) {
    List<String> prefixes =
        service.dependsOn().keySet().stream()
            .filter(on -> isProvided(project, on))
            .map(on -> on.toUpperCase(Locale.ROOT) + "_")
            .filter(prefix -> tellsNothing(service, prefix))
            .map(prefix -> "environment." + prefix)
            .toList();
    return !changed.isEmpty()
        && changed.stream().allMatch(path -> prefixes.stream().anyMatch(path::startsWith));
  }

  private static boolean isProvided(Project project, String name) {
    Service service = project.services().get(name);
    return service != null && service.provider() != null;
  }

  private static boolean tellsNothing(Service service, String prefix) {
    return service.environment().keySet().stream().noneMatch(name -> name.startsWith(prefix));
  }

  private static String cause(Service service) {
    return service.provider() == null ? "" : "'" + service.provider().type() + "' is its provider";
  }
}
