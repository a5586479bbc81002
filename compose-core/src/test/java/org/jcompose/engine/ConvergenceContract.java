package org.jcompose.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.List;
import java.util.Map;
import org.jcompose.model.Mount;
import org.jcompose.model.Network;
import org.jcompose.model.NetworkUse;
import org.jcompose.model.Service;
import org.junit.jupiter.api.Test;

/** What an engine does so that what is there can be led to what is wanted. */
abstract class ConvergenceContract extends StreamsContract {

  private static final Program RUNS = Program.runsUntilStopped();

  @Test
  void commandsRunOnlyInContainersThatRun() {
    String name = nameOf("web");
    ExecSpec command = ExecSpec.of("true");
    assertThatThrownBy(() -> engine.exec(name, command)).isInstanceOf(NotFoundException.class);
    engine.createContainer(spec(service("web", RUNS)));
    assertThatThrownBy(() -> engine.exec(name, command)).isInstanceOf(ConflictException.class);
    engine.startContainer(name);
    assertThat(engine.exec(name, command).exitCode()).isZero();
  }

  @Test
  void commandTellsItsExitCodeAndWhatItWrote() {
    assumeFalse(engine.identity().provider().equals("memory"), "there commands only pretend");
    String name = up(service("web", RUNS).environment(Map.of("OWN", "one")));
    Map<String, String> environment = Map.of("MORE", "two");
    List<String> shell = List.of("sh", "-c", "echo $OWN; sleep 0.2; echo $MORE >&2; exit 3");
    ExecResult result = engine.exec(name, new ExecSpec(shell, null, false, "/tmp", environment));
    assertThat(result).isEqualTo(new ExecResult(3, List.of("one", "two")));
    assertThat(engine.exec(name, ExecSpec.of("sh", "-c", "seq 1 20")).lines())
        .hasSize(ExecResult.MOST_LINES)
        .endsWith("20");
  }

  @Test
  void containerDoesNotDifferFromWhatItWasMadeOf() {
    Service.Builder service = service("web", RUNS).labels(Map.of("tier", "front"));
    engine.createContainer(spec(service));
    assertThat(engine.differences(nameOf("web"), spec(service))).isEmpty();
  }

  @Test
  void changedAttributesAreNamed() {
    engine.createContainer(
        spec(service("web", RUNS).environment(Map.of("URL", "one", "SAME", "x"))));
    Service.Builder changed =
        service("web", RUNS).environment(Map.of("URL", "two", "SAME", "x")).restart("always");
    assertThat(engine.differences(nameOf("web"), spec(changed)))
        .containsExactlyInAnyOrder("environment.URL", "restart");
  }

  @Test
  void containerLeavesNetworksAndJoinsThem() {
    assumeHas(Capability.NETWORKS);
    String network = network();
    String name = nameOf("web");
    engine.createContainer(spec(service("web", RUNS), Map.of(network, NetworkUse.plain())));
    engine.disconnectContainer(name, network);
    engine.disconnectContainer(name, network);
    assertThat(engine.inspect(name).networks()).doesNotContain(network);
    engine.connectContainer(name, network, NetworkUse.plain());
    engine.connectContainer(name, network, NetworkUse.plain());
    engine.startContainer(name);
    assertThat(engine.inspect(name).networks()).containsExactly(network);
  }

  @Test
  void heirTakesOverAnonymousVolumes() {
    assumeHas(Capability.IMAGES);
    Mount mount = new Mount(Mount.Type.VOLUME, null, "/data", false, null, null, null, null);
    ContainerSpec spec = spec(service("web", RUNS).volumes(List.of(mount)));
    String id = engine.createContainer(spec);
    List<String> volumes = engine.inspect(id).volumes();
    assertThat(volumes).hasSize(1);
    String heir = engine.createContainer(spec.inPlaceOf(id, nameOf("heir"), spec.labels()));
    assertThat(engine.inspect(heir).volumes()).isEqualTo(volumes);
    String other = engine.createContainer(spec.inPlaceOf(null, nameOf("other"), spec.labels()));
    assertThat(engine.inspect(other).volumes()).hasSize(1).isNotEqualTo(volumes);
  }

  final String network() {
    Network network = Network.of("net", project + "_net");
    engine.createNetwork(new NetworkSpec(network, labels(ComposeLabels.NETWORK, "net")));
    return network.name();
  }

  final Map<String, String> labels(String key, String value) {
    return Map.of(ComposeLabels.PROJECT, project, key, value);
  }
}
