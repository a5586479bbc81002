package org.jcompose.engine.docker;

import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jcompose.engine.Capability;
import org.jcompose.engine.ContainerEngine;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.ExecResult;
import org.jcompose.engine.ExecSpec;
import org.jcompose.engine.Finding;
import org.jcompose.engine.Identity;
import org.jcompose.engine.LogRequest;
import org.jcompose.engine.NetworkSpec;
import org.jcompose.engine.NotFoundException;
import org.jcompose.engine.ObserveRequest;
import org.jcompose.engine.Observed;
import org.jcompose.engine.Subscription;
import org.jcompose.engine.VolumeSpec;
import org.jcompose.model.NetworkUse;
import org.jcompose.model.Project;
import org.jspecify.annotations.Nullable;

/** A Docker Engine, or a Podman behind its Docker-compatible API. */
final class DockerEngine implements ContainerEngine {

  private final Identity identity;
  private final Daemon daemon;
  private final Credentials credentials;
  private final Observer observer;
  private final PodmanStates podman;
  private final Containers containers;
  private final Set<OpenStream> streams = ConcurrentHashMap.newKeySet();

  DockerEngine(Identity identity, Daemon daemon, ApiSocket socket) {
    this.identity = identity;
    this.daemon = daemon;
    this.credentials = socket.credentials();
    this.observer = new Observer(daemon);
    this.podman = new PodmanStates(daemon, observer);
    this.containers = new Containers(daemon, observer, socket);
  }

  @Override
  public Identity identity() {
    return identity;
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.allOf(Capability.class);
  }

  @Override
  public List<Finding> review(Project project) {
    return ProjectReview.of(project, daemon.version(), isPodman());
  }

  @Override
  public Observed observe(ObserveRequest request) {
    Observed observed = observer.observe(request);
    return isPodman() ? podman.complete(observed) : observed;
  }

  @Override
  public void createNetwork(NetworkSpec spec) {
    daemon.post(
        "create network '" + spec.network().name() + "'",
        "/networks/create",
        NetworkRequest.of(spec, daemon.version()));
  }

  @Override
  public void removeNetwork(String nameOrId) {
    try {
      daemon.run(
          "remove network '" + nameOrId + "'", client -> client.removeNetworkCmd(nameOrId).exec());
    } catch (NotFoundException gone) {
      return;
    }
  }

  @Override
  public void createVolume(VolumeSpec spec) {
    daemon.post(
        "create volume '" + spec.volume().name() + "'", "/volumes/create", VolumeRequest.of(spec));
  }

  @Override
  public void removeVolume(String name) {
    try {
      daemon.run("remove volume '" + name + "'", client -> client.removeVolumeCmd(name).exec());
    } catch (NotFoundException gone) {
      return;
    }
  }

  @Override
  public void pullImage(String image, PullListener listener) {
    new ImagePull(image, listener).run(daemon, credentials.of(ImageName.parse(image).registry()));
  }

  @Override
  public String createContainer(ContainerSpec spec) {
    return createContainer(spec, warning -> {});
  }

  @Override
  public String createContainer(ContainerSpec spec, WarningListener listener) {
    return containers.create(spec, listener);
  }

  @Override
  public void startContainer(String nameOrId) {
    containers.start(nameOrId);
    if (isPodman()) {
      podman.started(nameOrId);
    }
  }

  @Override
  public void stopContainer(String nameOrId, @Nullable Duration timeout) {
    containers.stop(nameOrId, timeout);
    if (isPodman()) {
      podman.stopped(nameOrId);
    }
  }

  @Override
  public void killContainer(String nameOrId, String signal) {
    containers.kill(nameOrId, signal);
  }

  @Override
  public void removeContainer(String nameOrId, boolean volumes) {
    containers.remove(nameOrId, volumes);
  }

  @Override
  public void renameContainer(String nameOrId, String name) {
    containers.rename(nameOrId, name);
  }

  @Override
  public void connectContainer(String nameOrId, String network, NetworkUse use) {
    new Memberships(daemon, observer).connect(nameOrId, network, use);
  }

  @Override
  public void disconnectContainer(String nameOrId, String network) {
    new Memberships(daemon, observer).disconnect(nameOrId, network);
  }

  @Override
  public ExecResult exec(String nameOrId, ExecSpec spec) {
    return new Exec(daemon, observer).run(nameOrId, spec);
  }

  @Override
  public List<String> differences(String nameOrId, ContainerSpec spec) {
    return new ContainerDifferences(observer, daemon.version()).of(nameOrId, spec);
  }

  @Override
  public List<String> differences(NetworkSpec spec) {
    return new ResourceDifferences(daemon).of(spec.network());
  }

  @Override
  public List<String> differences(VolumeSpec spec) {
    return new ResourceDifferences(daemon).of(spec.volume());
  }

  @Override
  public ContainerState inspect(String nameOrId) {
    return isPodman() ? podman.inspect(nameOrId) : observer.inspect(nameOrId);
  }

  // Daemons answer before they subscribe. They remember what has happened since a time by their own
  // clock, so what happens in between is heard, too.
  @Override
  public Subscription events(String project, EventListener listener) {
    String attempt = "listen to the events of project '" + project + "'";
    String path = "/events?" + since() + "&" + Filters.events(project);
    Response response = daemon.open(attempt, "GET", path, Map.of());
    if (!isPodman()) {
      return stream(attempt, "jcompose-docker-events", response, new EventReader(listener));
    }
    HealthChecks checks = new HealthChecks(daemon, observer);
    EventReader reader =
        new EventReader(
            event -> {
              checks.heard(event);
              listener.on(event);
            });
    Subscription events = stream(attempt, "jcompose-podman-events", response, reader);
    events.ended().whenComplete((nothing, failure) -> checks.close());
    checks.begin(project);
    return events;
  }

  private boolean isPodman() {
    return identity.product().equals(DaemonEndpoint.PODMAN);
  }

  @Override
  public Subscription logs(String container, LogRequest request, LogListener listener) {
    Json inspected = observer.inspectJson(container);
    String attempt = "read the logs of container '" + container + "'";
    String path = LogOpener.path(inspected.text("Id"), request);
    Response response = daemon.open(attempt, "GET", path, Map.of());
    return stream(
        attempt, "jcompose-docker-logs", response, LogOpener.reader(inspected, request, listener));
  }

  @Override
  public void close() {
    streams.forEach(OpenStream::close);
    daemon.close();
  }

  private Subscription stream(
      String attempt, String threadName, Response response, OpenStream.Reader reader) {
    OpenStream stream = new OpenStream(attempt, response);
    streams.add(stream);
    stream.read(threadName, reader, streams::remove);
    return stream;
  }

  private String since() {
    Instant now = daemon.now();
    return String.format("since=%d.%09d", now.getEpochSecond(), now.getNano());
  }
}
