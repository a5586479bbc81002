package org.jcompose.engine.docker;

import com.github.dockerjava.api.command.StopContainerCmd;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jcompose.engine.ConflictException;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.NotFoundException;
import org.jcompose.model.Mount;
import org.jcompose.model.NetworkUse;
import org.jspecify.annotations.Nullable;

/** Makes, changes and removes containers. */
final class Containers {

  /** As often as two programs may well pick the same port of a range. */
  private static final int RANGE_ATTEMPTS = 16;

  private final Daemon daemon;
  private final Observer observer;
  private final ReentrantLock rangeStarts = new ReentrantLock();

  Containers(Daemon daemon, Observer observer) {
    this.daemon = daemon;
    this.observer = observer;
  }

  String create(ContainerSpec spec) {
    String image = spec.service().image();
    if (image == null) {
      throw new EngineException(
          "service '" + spec.service().name() + "' has no 'image'", "name one", null);
    }
    requireNetworks(spec);
    requireVolumes(spec);
    ContainerSpec heir = new Inheritance(observer).of(spec);
    ContainerRequest request = ContainerRequest.of(heir, observer.imageId(image), daemon.version());
    String path = "/containers/create?name=" + Daemon.encode(spec.name());
    String id =
        daemon.post("create container '" + spec.name() + "'", path, request.body()).text("Id");
    connect(spec.name(), id, request.later());
    return id;
  }

  void start(String nameOrId) {
    try {
      startOnce(nameOrId);
    } catch (ConflictException e) {
      if (!publishesRange(nameOrId)) {
        throw e;
      }
      startWithRange(nameOrId);
    }
  }

  void stop(String nameOrId, @Nullable Duration timeout) {
    try {
      daemon.runPatiently(
          "stop container '" + nameOrId + "'",
          client -> {
            StopContainerCmd command = client.stopContainerCmd(nameOrId);
            if (timeout != null) {
              command.withTimeout(ContainerRequest.wholeSeconds(timeout));
            }
            unlessDone(command::exec);
          });
    } catch (NotFoundException gone) {
      return;
    }
  }

  void kill(String nameOrId, String signal) {
    daemon.run(
        "kill container '" + nameOrId + "'",
        client -> client.killContainerCmd(nameOrId).withSignal(signal).exec());
  }

  void remove(String nameOrId, boolean volumes) {
    try {
      daemon.run(
          "remove container '" + nameOrId + "'",
          client -> client.removeContainerCmd(nameOrId).withRemoveVolumes(volumes).exec());
    } catch (NotFoundException gone) {
      return;
    } catch (ConflictException e) {
      if (!String.valueOf(e.getMessage()).contains("is already in progress")) {
        throw e;
      }
      awaitRemoval(nameOrId);
    }
  }

  private void awaitRemoval(String nameOrId) {
    String attempt = "wait for the removal of container '" + nameOrId + "'";
    String path = "/containers/" + Daemon.encode(nameOrId) + "/wait?condition=removed";
    try (Response response = daemon.open(attempt, "POST", path, Map.of())) {
      response.getBody().readAllBytes();
    } catch (NotFoundException gone) {
      return;
    } catch (IOException e) {
      throw Daemon.broken(attempt, e);
    }
  }

  void rename(String nameOrId, String name) {
    daemon.run(
        "rename container '" + nameOrId + "'",
        client -> client.renameContainerCmd(nameOrId).withName(name).exec());
  }

  // Daemons notice a missing network only when the container starts.
  private void requireNetworks(ContainerSpec spec) {
    Set<String> missing = new TreeSet<>(spec.networks().keySet());
    missing.removeAll(observer.existingNetworks(missing));
    for (String network : missing) {
      throw new NotFoundException(
          "network '" + network + "' of container '" + spec.name() + "' is not there", null, null);
    }
  }

  // Daemons make a missing volume, without its driver and labels.
  private void requireVolumes(ContainerSpec spec) {
    Set<String> missing =
        spec.mounts().stream()
            .filter(mount -> mount.type() == Mount.Type.VOLUME && mount.source() != null)
            .map(Mount::source)
            .collect(Collectors.toCollection(TreeSet::new));
    missing.removeAll(observer.existingVolumes(missing));
    for (String volume : missing) {
      throw new NotFoundException(
          "volume '" + volume + "' of container '" + spec.name() + "' is not there", null, null);
    }
  }

  private void connect(String name, String id, Map<String, NetworkUse> networks) {
    try {
      networks.forEach((network, use) -> connect(name, id, network, use));
    } catch (EngineException e) {
      remove(id, true);
      throw e;
    }
  }

  private void connect(String name, String id, String network, NetworkUse use) {
    daemon.run(
        "connect container '" + name + "' to network '" + network + "'",
        client ->
            client
                .connectToNetworkCmd()
                .withNetworkId(network)
                .withContainerId(id)
                .withContainerNetwork(Endpoints.of(use))
                .exec());
  }

  private void startOnce(String nameOrId) {
    daemon.run(
        "start container '" + nameOrId + "'",
        client -> unlessDone(client.startContainerCmd(nameOrId)::exec));
  }

  private static void unlessDone(Runnable command) {
    try {
      command.run();
    } catch (NotModifiedException done) {
      return;
    }
  }

  // The engine picks a port of a range and takes it in two steps, so containers that start at the
  // same time can pick the same one.
  private void startWithRange(String nameOrId) {
    rangeStarts.lock();
    try {
      startWithin(nameOrId, RANGE_ATTEMPTS);
    } finally {
      rangeStarts.unlock();
    }
  }

  private void startWithin(String nameOrId, int attempts) {
    try {
      startOnce(nameOrId);
    } catch (ConflictException e) {
      if (attempts == 1) {
        throw e;
      }
      startWithin(nameOrId, attempts - 1);
    }
  }

  private boolean publishesRange(String nameOrId) {
    return observer
        .inspectJson(nameOrId)
        .at("HostConfig")
        .at("PortBindings")
        .members()
        .values()
        .stream()
        .flatMap(bindings -> bindings.list().stream())
        .anyMatch(binding -> binding.text("HostPort").contains("-"));
  }
}
