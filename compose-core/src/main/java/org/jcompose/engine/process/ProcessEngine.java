package org.jcompose.engine.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jcompose.engine.Capability;
import org.jcompose.engine.ConflictException;
import org.jcompose.engine.ContainerEngine;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.ContainerState.Status;
import org.jcompose.engine.EngineEvent;
import org.jcompose.engine.ExecResult;
import org.jcompose.engine.ExecSpec;
import org.jcompose.engine.Finding;
import org.jcompose.engine.Identity;
import org.jcompose.engine.LogLine;
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

/**
 * The client of the embedded engine. What changes something goes to the project's supervisor, which
 * is started if there is none; what only looks goes there too if there is one, and else reads what
 * the last one left.
 */
final class ProcessEngine implements ContainerEngine {

  private final StateRoot root;
  private final Names names;
  private final Volumes volumes;
  private final Translator translator;
  private final Map<String, String> environment;
  private final Launcher launcher;
  private final Host host = Host.detect();
  private final Map<String, SupervisorClient> clients = new ConcurrentHashMap<>();
  private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();

  ProcessEngine(StateRoot root, Map<String, String> environment, Launcher launcher) {
    this.root = root;
    this.environment = environment;
    this.launcher = launcher;
    names = new Names(root);
    volumes = new Volumes(root);
    translator = new Translator(root, volumes, environment);
  }

  @Override
  public Identity identity() {
    String version = "Java " + Runtime.version().feature();
    return new Identity(
        ProcessEngineProvider.NAME, "host processes", version, null, root.path().toString());
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.VOLUMES, Capability.RENAME);
  }

  @Override
  public List<Finding> review(Project project) {
    String user = environment.getOrDefault("USER", environment.getOrDefault("LOGNAME", ""));
    return Review.of(project, ProcessHandle.current().info().user().orElse(user));
  }

  @Override
  public Observed observe(ObserveRequest request) {
    return new Observed(
        containers(client(request.project())),
        List.of(),
        volumes.find(request.project(), request.volumes()),
        Map.of());
  }

  private static List<ContainerState> containers(SupervisorClient client) {
    return client
        .askIfThere(new Request.Look(), Request.States.class)
        .map(Request.States::containers)
        .orElseGet(() -> client.project().records().stream().map(Recovery::state).toList());
  }

  @Override
  public void createNetwork(NetworkSpec spec) {
    throw new UnsupportedOperationException("there are no networks");
  }

  @Override
  public void removeNetwork(String nameOrId) {
    throw new UnsupportedOperationException("there are no networks");
  }

  @Override
  public void createVolume(VolumeSpec spec) {
    root.claim();
    volumes.create(spec.volume().name(), spec.labels());
  }

  @Override
  public void removeVolume(String name) {
    volumes.remove(name);
  }

  @Override
  public void pullImage(String image, PullListener listener) {
    throw new UnsupportedOperationException("there are no images");
  }

  @Override
  public String createContainer(ContainerSpec spec) {
    root.claim();
    Launch launch = translator.translate(spec);
    client(spec.project()).call(new Request.Create(launch));
    return launch.id();
  }

  @Override
  public void startContainer(String nameOrId) {
    Names.Holder holder = holder(nameOrId);
    client(holder.project()).call(new Request.Start(holder.id()));
  }

  @Override
  public void stopContainer(String nameOrId, @Nullable Duration timeout) {
    names
        .find(nameOrId)
        .filter(this::isActive)
        .ifPresent(holder -> client(holder.project()).call(new Request.Stop(holder.id(), timeout)));
  }

  @Override
  public void killContainer(String nameOrId, String signal) {
    Names.Holder holder = holder(nameOrId);
    client(holder.project()).call(new Request.Kill(holder.id(), Signals.parse(signal)));
  }

  @Override
  public void removeContainer(String nameOrId, boolean volumes) {
    names
        .find(nameOrId)
        .ifPresent(holder -> client(holder.project()).call(new Request.Remove(holder.id())));
  }

  @Override
  public void renameContainer(String nameOrId, String name) {
    Names.Holder holder = holder(nameOrId);
    client(holder.project()).call(new Request.Rename(holder.id(), name));
  }

  @Override
  public void connectContainer(String nameOrId, String network, NetworkUse use) {
    throw new UnsupportedOperationException("there are no networks");
  }

  @Override
  public void disconnectContainer(String nameOrId, String network) {
    throw new UnsupportedOperationException("there are no networks");
  }

  @Override
  public ExecResult exec(String nameOrId, ExecSpec spec) {
    ContainerRecord container = record(holder(nameOrId));
    if (container.status() != Status.RUNNING) {
      String message = "container '" + container.name() + "' does not run";
      throw new ConflictException(message, null, null);
    }
    Launch launch = container.launch();
    List<ContainerRecord> all = root.project(launch.project()).records();
    return HostCommand.of(container, spec, Environment.neighbours(launch, all)).run(host);
  }

  @Override
  public List<String> differences(String nameOrId, ContainerSpec spec) {
    Launch launch = record(holder(nameOrId)).launch();
    return new LaunchDifferences(launch, translator.preview(spec)).paths();
  }

  @Override
  public ContainerState inspect(String nameOrId) {
    Names.Holder holder = holder(nameOrId);
    return containers(client(holder.project())).stream()
        .filter(container -> container.id().equals(holder.id()))
        .findFirst()
        .orElseThrow(() -> notFound(nameOrId));
  }

  @Override
  public Subscription events(String project, EventListener listener) {
    root.claim();
    return keep(
        client(project)
            .subscribe(
                new Request.Events(), line -> listener.on(Wire.read(EngineEvent.class, line))));
  }

  @Override
  public Subscription logs(String container, LogRequest request, LogListener listener) {
    Names.Holder holder = holder(container);
    LineSubscription.Listener lines = line -> listener.on(line(holder.id(), line));
    SupervisorClient client = client(holder.project());
    Path file = client.project().log(holder.id());
    Optional<Subscription> live =
        client.subscribeIfThere(new Request.Logs(holder.id(), request), lines);
    return keep(live.orElseGet(() -> FileSubscription.start(file, request, lines)));
  }

  private static LogLine line(String id, String json) throws IOException {
    LogFile.Entry entry = Wire.read(LogFile.Entry.class, json);
    return new LogLine(id, entry.time(), entry.stream(), entry.text());
  }

  @Override
  public void close() {
    subscriptions.forEach(Subscription::close);
    clients.values().forEach(SupervisorClient::close);
  }

  private Subscription keep(Subscription subscription) {
    subscriptions.add(subscription);
    subscription.ended().whenComplete((end, failure) -> subscriptions.remove(subscription));
    return subscription;
  }

  private SupervisorClient client(String project) {
    return clients.computeIfAbsent(
        project, name -> new SupervisorClient(root.project(name), launcher));
  }

  private boolean isActive(Names.Holder holder) {
    ContainerRecord record = root.project(holder.project()).read(holder.id());
    return record != null && record.isActive();
  }

  private ContainerRecord record(Names.Holder holder) {
    ContainerRecord record = root.project(holder.project()).read(holder.id());
    if (record == null) {
      throw notFound(holder.id());
    }
    return record;
  }

  private Names.Holder holder(String nameOrId) {
    return names.find(nameOrId).orElseThrow(() -> notFound(nameOrId));
  }

  private static NotFoundException notFound(String nameOrId) {
    return new NotFoundException("no container '" + nameOrId + "'", null, null);
  }
}
