package org.jcompose.engine.docker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jcompose.engine.ComposeLabels;
import org.jcompose.engine.ContainerEngine;
import org.jcompose.engine.ContainerFile;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.LogLine;
import org.jcompose.engine.LogRequest;
import org.jcompose.engine.NetworkSpec;
import org.jcompose.engine.ObserveRequest;
import org.jcompose.engine.Observed;
import org.jcompose.engine.Recorder;
import org.jcompose.engine.Subscription;
import org.jcompose.engine.docker.http.SocketHttpClient;
import org.jcompose.model.Mount;
import org.jcompose.model.Network;
import org.jcompose.model.NetworkUse;
import org.jcompose.model.Service;
import org.jcompose.testing.TestEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Containers of a real engine, and what it says of them; they are removed after the test. */
@Timeout(120)
abstract class RealContainers {

  final String project = "attr-" + UUID.randomUUID().toString().substring(0, 8);
  private final TestEngine engineUnderTest;

  @TempDir Path folder;
  ContainerEngine engine;

  RealContainers(TestEngine engineUnderTest) {
    this.engineUnderTest = engineUnderTest;
  }

  @BeforeEach
  void open() {
    engine = RealEngines.open(engineUnderTest);
  }

  @AfterEach
  void removeAll() {
    Observed left = engine.observe(ObserveRequest.of(project));
    for (ContainerState container : left.containers()) {
      engine.stopContainer(container.id(), Duration.ZERO);
      engine.removeContainer(container.id(), true);
    }
    left.networks().forEach(network -> engine.removeNetwork(network.name()));
    left.volumes().forEach(volume -> engine.removeVolume(volume.name()));
    engine.close();
  }

  boolean isPodman() {
    return engine.identity().product().equals("Podman");
  }

  ApiVersion version() {
    return ApiVersion.parse(String.valueOf(engine.identity().apiVersion()));
  }

  static Service.Builder says(String script) {
    return Service.builder("web").image(RealEngines.IMAGE).command(RealEngines.shell(script));
  }

  ContainerSpec spec(Service.Builder service) {
    return spec("web", service, Map.of());
  }

  ContainerSpec spec(String name, Service.Builder builder, Map<String, NetworkUse> networks) {
    return spec(name, builder, networks, List.of());
  }

  ContainerSpec spec(
      String name,
      Service.Builder builder,
      Map<String, NetworkUse> networks,
      List<ContainerFile> files) {
    Service service = builder.build();
    Map<String, String> labels =
        Map.of(ComposeLabels.PROJECT, project, ComposeLabels.SERVICE, name);
    List<Mount> mounts = service.volumes();
    return new ContainerSpec(
        project, service, 1, project + "-" + name + "-1", labels, networks, mounts, files);
  }

  /** Creates a container and returns what the engine has of it. */
  Json created(Service.Builder service) {
    return created(spec(service));
  }

  Json created(ContainerSpec spec) {
    return ask("/containers/" + engine.createContainer(spec) + "/json");
  }

  /** Creates and starts a container and returns what the engine has of it. */
  Json started(ContainerSpec spec) {
    String id = engine.createContainer(spec);
    engine.startContainer(id);
    return ask("/containers/" + id + "/json");
  }

  /** What the container prints until it ends. */
  List<String> output(ContainerSpec spec) {
    engine.createContainer(spec);
    engine.startContainer(spec.name());
    Recorder<LogLine> lines = new Recorder<>();
    Subscription subscription = engine.logs(spec.name(), LogRequest.following(), lines::add);
    subscription.ended().toCompletableFuture().join();
    return lines.all().stream().map(LogLine::text).toList();
  }

  /** What the engine answers to a question of its own API. */
  Json ask(String path) {
    SocketHttpClient http = SocketHttpClient.of(HostAddress.parse(engineUnderTest.host(), null));
    try (Daemon daemon = new Daemon(http, version())) {
      return daemon.get("ask '" + path + "'", path);
    }
  }

  /** The value at a path of dots; numbers of a list count from 0. */
  static Object at(Json json, String path) {
    Json value = json;
    for (String key : path.split("\\.", -1)) {
      value = key.matches("\\d+") ? value.list().get(Integer.parseInt(key)) : value.at(key);
    }
    return value.value();
  }

  /** The values at the paths, one a line, as they are written in tests. */
  static String values(Json json, String... paths) {
    Map<String, Object> values = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder();
    for (String path : paths) {
      values.put(path, at(json, path));
    }
    values.forEach((path, value) -> text.append(path + ": " + value + "\n"));
    return text.toString();
  }

  void createNetwork(String key, Network.Pool... pools) {
    Network.Ipam ipam = pools.length == 0 ? null : new Network.Ipam(null, List.of(pools), Map.of());
    String name = project + "_" + key;
    createNetwork(
        new Network(key, name, false, null, Map.of(), false, false, null, null, ipam, Map.of()));
  }

  void createNetwork(Network network) {
    engine.createNetwork(new NetworkSpec(network, Map.of(ComposeLabels.PROJECT, project)));
  }
}
