package org.jcompose.engine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jcompose.engine.ContainerState.Health;
import org.jcompose.engine.EngineEvent.Kind;
import org.jcompose.model.Mount;
import org.jcompose.model.NetworkUse;
import org.jcompose.model.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An engine for each test, with what tests need to use it; what they leave is removed. */
public abstract class EngineFixture {

  /** How long a healthcheck of a test may take until it decides; see {@link #healthyWhile}. */
  protected static final Duration CHECK_INTERVAL = Duration.ofMillis(200);

  protected static final int CHECK_RETRIES = 2;

  private final List<String> projects = new ArrayList<>();

  /** Where files for healthchecks are made. */
  @TempDir protected Path folder;

  protected ContainerEngine engine;

  /** The project that the test's containers belong to. */
  protected String project;

  /** Connects to the engine under test; the fixture closes it after the test. */
  protected abstract ContainerEngine open();

  /** A service of one container that runs the program. */
  protected abstract Service.Builder service(String name, Program program);

  /**
   * Adds a healthcheck that prints {@code ready} and succeeds while the file exists, and else
   * prints {@code not yet} and fails; every {@link #CHECK_INTERVAL}, with {@link #CHECK_RETRIES}
   * retries.
   */
  protected abstract Service.Builder healthyWhile(Path file, Service.Builder service);

  /** Makes the file exist; for engines whose healthchecks look elsewhere, overridden. */
  protected void make(Path file) {
    try {
      Files.writeString(file, "");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Makes the file not exist; for engines whose healthchecks look elsewhere, overridden. */
  protected void unmake(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void openEngine() {
    engine = open();
    project = anotherProject();
  }

  @AfterEach
  void removeAll() {
    // The engine of the test may have been closed by it.
    try (ContainerEngine cleaner = open()) {
      projects.forEach(each -> removeAll(cleaner, each));
    }
    engine.close();
  }

  protected final String anotherProject() {
    String name = "contract-" + UUID.randomUUID().toString().substring(0, 8);
    projects.add(name);
    return name;
  }

  protected final void assumeHas(Capability capability) {
    assumeTrue(
        engine.capabilities().contains(capability),
        () -> engine.identity().provider() + " has no " + capability);
  }

  protected final String nameOf(String service) {
    return project + "-" + service + "-1";
  }

  protected final ContainerSpec spec(Service.Builder service) {
    return spec(service, Map.of());
  }

  protected final ContainerSpec spec(Service.Builder service, Map<String, NetworkUse> networks) {
    return spec(project, service.build(), networks);
  }

  protected final ContainerSpec spec(
      String ofProject, Service service, Map<String, NetworkUse> networks) {
    List<Mount> mounts = service.volumes();
    String name = ofProject + "-" + service.name() + "-1";
    Map<String, String> labels = new HashMap<>(service.labels());
    labels.put(ComposeLabels.PROJECT, ofProject);
    labels.put(ComposeLabels.SERVICE, service.name());
    labels.put(ComposeLabels.CONTAINER_NUMBER, "1");
    labels.put(ComposeLabels.ONE_OFF, "False");
    return new ContainerSpec(ofProject, service, 1, name, labels, networks, mounts);
  }

  /** Creates and starts the service's container; returns its name. */
  protected final String started(Service.Builder service) {
    ContainerSpec spec = spec(service);
    engine.createContainer(spec);
    engine.startContainer(spec.name());
    return spec.name();
  }

  /**
   * Creates and starts a container that runs on, and returns its name when it is ready for signals.
   */
  protected final String up(Service.Builder service) {
    String name = started(service);
    Recorder<LogLine> lines = new Recorder<>();
    Subscription following = engine.logs(name, LogRequest.following(), lines::add);
    lines.awaitAny("line 'up'", line -> line.text().equals(Program.UP));
    following.close();
    return name;
  }

  /** Runs the program to its end; returns its container's name. */
  protected final String ran(String service, Program program) {
    Recorder<EngineEvent> events = listen();
    String name = started(service(service, program));
    awaitKind(events, Kind.DIED, 1);
    // Docker 20.10 tells of the end before its lists do; looking at the container waits for it.
    engine.inspect(name);
    return name;
  }

  protected final Recorder<EngineEvent> listen() {
    return listen(project);
  }

  protected final Recorder<EngineEvent> listen(String toProject) {
    Recorder<EngineEvent> events = new Recorder<>();
    engine.events(toProject, events::add);
    return events;
  }

  protected final void awaitKind(Recorder<EngineEvent> events, Kind kind, int times) {
    events.await(times + " of " + kind, all -> count(all, kind) >= times);
  }

  protected final List<LogLine> logs(String container, LogRequest request) {
    Recorder<LogLine> lines = new Recorder<>();
    awaitEnd(engine.logs(container, request, lines::add));
    return lines.all();
  }

  protected static long count(List<EngineEvent> events, Kind kind) {
    return events.stream().filter(event -> event.kind() == kind).count();
  }

  protected static void awaitEnd(Subscription subscription) {
    try {
      subscription
          .ended()
          .toCompletableFuture()
          .get(Recorder.DEADLINE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("the stream did not end by itself", e);
    }
  }

  private static void removeAll(ContainerEngine engine, String project) {
    Observed left = engine.observe(ObserveRequest.of(project));
    for (ContainerState container : left.containers()) {
      engine.stopContainer(container.id(), Duration.ZERO);
      engine.removeContainer(container.id(), true);
    }
    left.networks().forEach(network -> engine.removeNetwork(network.name()));
    left.volumes().forEach(volume -> engine.removeVolume(volume.name()));
  }

  protected static void awaitHealth(Recorder<EngineEvent> events, Health health) {
    events.awaitAny("health " + health, event -> event.health() == health);
  }

  protected static List<Kind> kinds(List<EngineEvent> events) {
    return events.stream().map(EngineEvent::kind).toList();
  }

  protected static List<String> texts(List<LogLine> lines) {
    return lines.stream().map(LogLine::text).toList();
  }

  protected static List<String> texts(List<LogLine> lines, LogLine.Stream stream) {
    return texts(lines.stream().filter(line -> line.stream() == stream).toList());
  }
}
