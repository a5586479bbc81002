package org.jcompose.engine.docker;

import com.github.dockerjava.api.command.StopContainerCmd;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jcompose.engine.ConflictException;
import org.jcompose.engine.ContainerEngine.WarningListener;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.NotFoundException;
import org.jcompose.model.Mount;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/** Makes, changes and removes containers. */
final class Containers {

  /** As often as two programs may well pick the same port of a range. */
  private static final int RANGE_ATTEMPTS = 16;

  private final Daemon daemon;
  private final Observer observer;
  private final ApiSocket socket;
  private final ReentrantLock rangeStarts = new ReentrantLock();

  Containers(Daemon daemon, Observer observer, ApiSocket socket) {
    this.daemon = daemon;
    this.observer = observer;
    this.socket = socket;
  }

  String create(ContainerSpec spec, WarningListener listener) {
    String image = spec.service().image();
    if (image == null) {
      throw new EngineException(
          "service '" + spec.service().name() + "' has no 'image'", "name one", null);
    }
    requireNetworks(spec);
    requireVolumes(spec);
    ContainerSpec heir = new Inheritance(observer).of(spec);
    ContainerSpec complete = socket.givenTo(heir.withService(identified(heir.service())));
    ContainerRequest request =
        ContainerRequest.of(complete, observer.imageId(image), daemon.version());
    String attempt = "create container '" + spec.name() + "'";
    Json created = daemon.post(attempt, path(spec), request.body());
    created.list("Warnings").forEach(warning -> listener.on(warning.text()));
    String id = created.text("Id");
    try {
      request.later().forEach((network, endpoint) -> connect(spec.name(), id, network, endpoint));
      request.archives().forEach((where, archive) -> unpack(attempt, id, where, archive));
    } catch (EngineException e) {
      remove(id, true);
      throw e;
    }
    return id;
  }

  private Service identified(Service service) {
    return new OtherContainers(name -> observer.inspectJson(name).text("Id")).identified(service);
  }

  private String path(ContainerSpec spec) {
    String path = "/containers/create?name=" + Daemon.encode(spec.name());
    String platform = spec.service().platform();
    return platform == null || !Features.PLATFORM.isIn(daemon.version())
        ? path
        : path + "&platform=" + Daemon.encode(platform);
  }

  private void connect(String name, String id, String network, Map<String, Object> endpoint) {
    daemon.post(
        "connect container '" + name + "' to network '" + network + "'",
        "/networks/" + Daemon.encode(network) + "/connect",
        RequestJson.text(Map.of("Container", id, "EndpointConfig", endpoint)));
  }

  private void unpack(
      String attempt, String id, FileRequests.Destination where, TarArchive archive) {
    String path = "/containers/" + id + "/archive?path=" + Daemon.encode(where.folder());
    daemon.unpack(attempt, where.user() ? path + "&copyUIDGID=true" : path, archive.bytes());
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
    List<String> files = volumes ? List.of() : observer.fileVolumes(nameOrId);
    removeOnce(nameOrId, volumes);
    for (String volume : files) {
      daemon.run("remove volume '" + volume + "'", client -> client.removeVolumeCmd(volume).exec());
    }
  }

  private void removeOnce(String nameOrId, boolean volumes) {
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
