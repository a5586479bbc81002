package org.jcompose.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jcompose.model.Namespaces;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/**
 * The services with whose containers those of a service share namespaces or volumes. Engines know
 * no services, so a container stands for each: the ids of such containers are part of the
 * configuration, and of its hash, as they are for Docker Compose.
 */
final class Sharing {

  private static final String SERVICE = "service:";
  private static final String CONTAINER = "container:";

  private Sharing() {}

  /** What is shared with which service, in words, by the service's name. */
  static Map<String, String> with(Service service) {
    Map<String, String> shared = new LinkedHashMap<>();
    add(shared, service.networkMode(), "network");
    add(shared, service.namespaces().ipc(), "IPC namespace");
    add(shared, service.namespaces().pid(), "PID namespace");
    service.volumesFrom().stream()
        .filter(from -> !from.startsWith(CONTAINER))
        .forEach(from -> shared.putIfAbsent(from.split(":", 2)[0], "volumes"));
    return shared;
  }

  /** The service as an engine is to have it, with a container in place of each service. */
  static Service resolved(Service service, UnaryOperator<String> containerOf) {
    return resolved(
        service, containerOf, service.volumesFrom().stream().map(from -> kept(from, containerOf)));
  }

  /** The service as Docker Compose takes its hash: modes of mounts are lost. */
  static Service hashed(Service service, UnaryOperator<String> containerOf) {
    return resolved(
        service,
        containerOf,
        service.volumesFrom().stream().map(from -> modeless(from, containerOf)));
  }

  private static Service resolved(
      Service service, UnaryOperator<String> containerOf, Stream<String> volumesFrom) {
    Namespaces own = service.namespaces();
    return service.toBuilder()
        .networkMode(resolved(service.networkMode(), containerOf))
        .namespaces(
            new Namespaces(
                own.cgroup(),
                own.cgroupParent(),
                resolved(own.ipc(), containerOf),
                resolved(own.pid(), containerOf),
                own.uts()))
        .volumesFrom(volumesFrom.toList())
        .build();
  }

  private static @Nullable String resolved(
      @Nullable String mode, UnaryOperator<String> containerOf) {
    return mode != null && mode.startsWith(SERVICE)
        ? CONTAINER + containerOf.apply(mode.substring(SERVICE.length()))
        : mode;
  }

  private static String kept(String from, UnaryOperator<String> containerOf) {
    if (from.startsWith(CONTAINER)) {
      return from;
    }
    List<String> parts = List.of(from.split(":", 2));
    String mode = parts.size() == 1 ? "" : ":" + parts.get(1);
    return CONTAINER + containerOf.apply(parts.get(0)) + mode;
  }

  private static String modeless(String from, UnaryOperator<String> containerOf) {
    String[] parts = from.split(":", -1);
    return parts[0].equals("container") && parts.length > 1
        ? parts[1]
        : containerOf.apply(parts[0]);
  }

  private static void add(Map<String, String> shared, @Nullable String mode, String what) {
    if (mode != null && mode.startsWith(SERVICE)) {
      shared.putIfAbsent(mode.substring(SERVICE.length()), what);
    }
  }
}
