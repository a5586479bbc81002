package org.jcompose.plan;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/**
 * The containers with which those of a service share something: of each service the first, by name.
 */
final class Partners {

  private final Map<String, Replica> byService;
  private final Map<String, String> what;

  private Partners(Map<String, Replica> byService, Map<String, String> what) {
    this.byService = byService;
    this.what = what;
  }

  static Partners of(Service service, Conditions conditions) {
    Map<String, String> what = Sharing.with(service);
    Map<String, Replica> byService = new LinkedHashMap<>();
    for (String name : what.keySet()) {
      List<Replica> replicas = conditions.replicas(name);
      replicas.stream()
          .min(Comparator.comparing(Replica::name))
          .ifPresent(first -> byService.put(name, first));
    }
    return new Partners(byService, what);
  }

  boolean isEmpty() {
    return byService.isEmpty();
  }

  /** The names of the containers, by service. */
  Map<String, String> containers() {
    Map<String, String> names = new LinkedHashMap<>();
    byService.forEach((service, replica) -> names.put(service, replica.name()));
    return names;
  }

  /** The id of a service's container, or the service's name where there is none yet. */
  String idOrUnknown(String service) {
    Replica replica = byService.get(service);
    return replica == null || replica.id() == null ? service : replica.id();
  }

  /** What must have happened before one can share with them. */
  After started() {
    After after = After.nothing();
    for (Replica replica : byService.values()) {
      if (replica.startStep() != null) {
        after.and(replica.startStep());
      }
    }
    return after;
  }

  /** Why containers that share with them must be replaced, or null. */
  @Nullable String replacementCause() {
    for (Map.Entry<String, Replica> each : byService.entrySet()) {
      if (each.getValue().id() == null) {
        return shared(each.getKey()) + ", is replaced";
      }
    }
    return null;
  }

  /** Why containers that share with them must be started again, or null. */
  @Nullable String restartCause() {
    for (Map.Entry<String, Replica> each : byService.entrySet()) {
      boolean isVolumes = "volumes".equals(what.get(each.getKey()));
      if (each.getValue().startStep() != null && !isVolumes) {
        return shared(each.getKey()) + ", is started";
      }
    }
    return null;
  }

  private String shared(String service) {
    return "'" + service + "', whose " + what.get(service) + " it shares";
  }
}
