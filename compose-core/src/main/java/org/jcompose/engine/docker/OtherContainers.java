package org.jcompose.engine.docker;

import java.util.function.UnaryOperator;
import org.jcompose.model.Namespaces;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/**
 * The containers that a service's container shares namespaces and volumes with. They are named by
 * their ids, because their names change hands when they are replaced, and older daemons look a name
 * up only when the container starts.
 */
final class OtherContainers {

  private static final String CONTAINER = "container:";

  private final UnaryOperator<String> ids;

  /**
   * Replaces names.
   *
   * @param ids gives the id of the container of a name
   */
  OtherContainers(UnaryOperator<String> ids) {
    this.ids = ids;
  }

  Service identified(Service service) {
    Namespaces own = service.namespaces();
    return service.toBuilder()
        .networkMode(mode(service.networkMode()))
        .namespaces(
            new Namespaces(
                own.cgroup(), own.cgroupParent(), mode(own.ipc()), mode(own.pid()), own.uts()))
        .volumesFrom(service.volumesFrom().stream().map(this::volumes).toList())
        .build();
  }

  private @Nullable String mode(@Nullable String mode) {
    return mode != null && mode.startsWith(CONTAINER)
        ? CONTAINER + ids.apply(mode.substring(CONTAINER.length()))
        : mode;
  }

  private String volumes(String from) {
    String name = from.startsWith(CONTAINER) ? from.substring(CONTAINER.length()) : from;
    int colon = name.indexOf(':');
    return colon < 0
        ? ids.apply(name)
        : ids.apply(name.substring(0, colon)) + name.substring(colon);
  }
}
