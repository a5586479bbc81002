package org.jcompose.engine.docker;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.ContainerState.Status;
import org.jcompose.engine.NotFoundException;
import org.jcompose.engine.Observed;

/**
 * What Podman does not say by Docker's API: the health of the containers in a list, and whether one
 * that has ended is brought back by its restart policy. It calls such a one exited; by its own API
 * it is only stopped until that is settled.
 */
final class PodmanStates {

  private final Daemon daemon;
  private final Observer observer;
  private final Set<String> atRest = ConcurrentHashMap.newKeySet();

  PodmanStates(Daemon daemon, Observer observer) {
    this.daemon = daemon;
    this.observer = observer;
  }

  /** A container was stopped from here: Podman does not tell that from an end that it follows. */
  void stopped(String nameOrId) {
    try {
      atRest.add(observer.inspectJson(nameOrId).text("Id"));
    } catch (NotFoundException gone) {
      return;
    }
  }

  /** A container was started from here. */
  void started(String nameOrId) {
    if (!atRest.isEmpty()) {
      atRest.remove(observer.inspectJson(nameOrId).text("Id"));
    }
  }

  ContainerState inspect(String nameOrId) {
    Json container = observer.inspectJson(nameOrId);
    ContainerState state = ContainerReader.inspected(container);
    String policy = container.at("HostConfig").at("RestartPolicy").text("Name");
    boolean mayComeBack = !policy.isEmpty() && !policy.equals("no");
    return mayComeBack && state.status() == Status.EXITED && !isSettled(state.id())
        ? state.with(Status.RESTARTING, state.health())
        : state;
  }

  Observed complete(Observed observed) {
    return new Observed(
        observed.containers().stream().map(this::withHealth).toList(),
        observed.networks(),
        observed.volumes(),
        observed.images());
  }

  private ContainerState withHealth(ContainerState listed) {
    if (!listed.isRunning()) {
      return listed;
    }
    try {
      return listed.with(listed.status(), observer.inspect(listed.id()).health());
    } catch (NotFoundException gone) {
      return listed;
    }
  }

  private boolean isSettled(String id) {
    return atRest.contains(id)
        || !daemon
            .get("look at container '" + id + "'", "/libpod/containers/" + id + "/json")
            .at("State")
            .text("Status")
            .equals("stopped");
  }
}
