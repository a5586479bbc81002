package org.jcompose.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jcompose.engine.ContainerState.Health;
import org.jcompose.engine.ContainerState.Status;
import org.jcompose.engine.EngineEvent.Kind;
import org.jcompose.model.Mount;
import org.jcompose.model.NetworkUse;
import org.jcompose.model.Service;
import org.jcompose.model.Volume;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ContainerEngine} does; the tests of each engine extend it. Each part of it that
 * an engine need not have is assumed by its {@link Capability}.
 */
public abstract class EngineContract extends ConvergenceContract {

  private static final Program RUNS = Program.runsUntilStopped();

  @Test
  void createdContainerDoesNotRunYet() {
    String id = engine.createContainer(spec(service("web", RUNS)));
    ContainerState state = engine.inspect(id);
    assertThat(state.status()).isEqualTo(Status.CREATED);
    assertThat(state.name()).isEqualTo(nameOf("web"));
    assertThat(state.exitCode()).isNull();
  }

  @Test
  void containerIsKnownByNameAndById() {
    String id = engine.createContainer(spec(service("web", RUNS)));
    engine.startContainer(id);
    assertThat(engine.inspect(nameOf("web")).id()).isEqualTo(id);
    assertThat(engine.inspect(id).isRunning()).isTrue();
  }

  @Test
  void containerTellsItsServiceNumberAndLabels() {
    engine.createContainer(spec(service("web", RUNS).labels(Map.of("tier", "front"))));
    ContainerState state = engine.inspect(nameOf("web"));
    assertThat(state.service()).isEqualTo("web");
    assertThat(state.number()).isEqualTo(1);
    assertThat(state.oneOff()).isFalse();
    assertThat(state.labels())
        .containsEntry("tier", "front")
        .containsEntry(ComposeLabels.PROJECT, project);
  }

  @Test
  void takenNameIsAConflict() {
    ContainerSpec spec = spec(service("web", RUNS));
    engine.createContainer(spec);
    assertThatThrownBy(() -> engine.createContainer(spec))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("'" + spec.name() + "'");
  }

  @Test
  void startedContainerRuns() {
    String name = up(service("web", RUNS));
    ContainerState state = engine.inspect(name);
    assertThat(state.status()).isEqualTo(Status.RUNNING);
    assertThat(state.startedAt()).isNotNull();
    assertThat(state.exitCode()).isNull();
    assertThat(state.health()).isEqualTo(Health.NONE);
  }

  @Test
  void startingARunningContainerChangesNothing() {
    String name = up(service("web", RUNS));
    ContainerState before = engine.inspect(name);
    engine.startContainer(name);
    assertThat(engine.inspect(name).startedAt()).isEqualTo(before.startedAt());
  }

  @Test
  void whatIsNotThereIsNotFound() {
    String name = nameOf("nobody");
    assertThatThrownBy(() -> engine.inspect(name))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("'" + name + "'");
    assertThatThrownBy(() -> engine.startContainer(name)).isInstanceOf(NotFoundException.class);
  }

  @Test
  void endedContainerTellsItsExitCode() {
    Recorder<EngineEvent> events = listen();
    String name = ran("job", Program.exits(3));
    awaitKind(events, Kind.DIED, 1);
    assertThat(events.all())
        .filteredOn(event -> event.kind() == Kind.DIED)
        .extracting(EngineEvent::exitCode)
        .containsExactly(3);
    assertThat(engine.inspect(name).status()).isEqualTo(Status.EXITED);
    assertThat(engine.inspect(name).exitCode()).isEqualTo(3);
    assertThat(engine.inspect(name).finishedAt()).isNotNull();
  }

  @Test
  void endedContainerCanBeStartedAgain() {
    Recorder<EngineEvent> events = listen();
    String name = ran("job", Program.exits(0).printing("hello"));
    engine.startContainer(name);
    awaitKind(events, Kind.DIED, 2);
    assertThat(texts(logs(name, LogRequest.all()))).containsExactly("hello", "hello");
  }

  @Test
  void stopReturnsWhenTheContainerHasEnded() {
    String name = up(service("web", RUNS));
    engine.stopContainer(name, null);
    ContainerState state = engine.inspect(name);
    assertThat(state.status()).isEqualTo(Status.EXITED);
    assertThat(state.exitCode()).isZero();
  }

  @Test
  void stoppingWhatDoesNotRunIsNoError() {
    engine.createContainer(spec(service("web", RUNS)));
    assertThatCode(() -> engine.stopContainer(nameOf("web"), null)).doesNotThrowAnyException();
    assertThatCode(() -> engine.stopContainer(nameOf("nobody"), null)).doesNotThrowAnyException();
    assertThat(engine.inspect(nameOf("web")).status()).isEqualTo(Status.CREATED);
  }

  @Test
  void stopKillsAfterItsTimeout() {
    String name = up(service("web", Program.ignoresTerm()));
    engine.stopContainer(name, Duration.ofSeconds(1));
    assertThat(engine.inspect(name).exitCode()).isEqualTo(137);
  }

  @Test
  void stopKillsAfterTheContainersOwnGracePeriod() {
    Service.Builder service = service("web", Program.ignoresTerm());
    String name = up(service.stopGracePeriod(Duration.ofSeconds(1)));
    engine.stopContainer(name, null);
    assertThat(engine.inspect(name).exitCode()).isEqualTo(137);
  }

  @Test
  void stopSendsTheContainersOwnSignal() {
    Service.Builder service = service("web", Program.ignoresTerm()).stopSignal("SIGKILL");
    String name = up(service.stopGracePeriod(Duration.ofHours(1)));
    engine.stopContainer(name, null);
    assertThat(engine.inspect(name).exitCode()).isEqualTo(137);
  }

  @Test
  void killedContainerEndsWith137() {
    Recorder<EngineEvent> events = listen();
    String name = up(service("web", RUNS));
    engine.killContainer(name, "SIGKILL");
    awaitKind(events, Kind.DIED, 1);
    assertThat(engine.inspect(name).exitCode()).isEqualTo(137);
  }

  @Test
  void signalReachesTheProgram() {
    Recorder<EngineEvent> events = listen();
    String name = up(service("web", RUNS));
    engine.killContainer(name, "SIGTERM");
    awaitKind(events, Kind.DIED, 1);
    assertThat(engine.inspect(name).exitCode()).isZero();
  }

  @Test
  void killingWhatDoesNotRunIsAConflict() {
    engine.createContainer(spec(service("web", RUNS)));
    assertThatThrownBy(() -> engine.killContainer(nameOf("web"), "SIGKILL"))
        .isInstanceOf(ConflictException.class);
  }

  @Test
  void removedContainerIsGone() {
    String name = ran("job", Program.exits(0));
    engine.removeContainer(name, true);
    assertThatThrownBy(() -> engine.inspect(name)).isInstanceOf(NotFoundException.class);
    assertThatCode(() -> engine.removeContainer(name, true)).doesNotThrowAnyException();
  }

  @Test
  void runningContainerIsNotRemoved() {
    String name = up(service("web", RUNS));
    assertThatThrownBy(() -> engine.removeContainer(name, true))
        .isInstanceOf(ConflictException.class);
    assertThat(engine.inspect(name).isRunning()).isTrue();
  }

  @Test
  void renamedContainerGoesByItsNewName() {
    assumeHas(Capability.RENAME);
    Recorder<EngineEvent> events = listen();
    String id = engine.createContainer(spec(service("web", RUNS)));
    engine.renameContainer(nameOf("web"), nameOf("new"));
    assertThat(engine.inspect(nameOf("new")).id()).isEqualTo(id);
    assertThatThrownBy(() -> engine.inspect(nameOf("web"))).isInstanceOf(NotFoundException.class);
    awaitKind(events, Kind.RENAMED, 1);
  }

  @Test
  void renamingToATakenNameIsAConflict() {
    assumeHas(Capability.RENAME);
    engine.createContainer(spec(service("web", RUNS)));
    engine.createContainer(spec(service("db", RUNS)));
    assertThatThrownBy(() -> engine.renameContainer(nameOf("web"), nameOf("db")))
        .isInstanceOf(ConflictException.class);
  }

  @Test
  void healthcheckMakesHealthy() {
    Path file = folder.resolve("ready");
    Recorder<EngineEvent> events = listen();
    make(file);
    String name = started(healthyWhile(file, service("db", RUNS)));
    awaitHealth(events, Health.HEALTHY);
    assertThat(engine.inspect(name).health()).isEqualTo(Health.HEALTHY);
    assertThat(engine.inspect(name).healthOutput()).contains("ready");
  }

  @Test
  void failingHealthcheckMakesUnhealthyAndTellsItsOutput() {
    Recorder<EngineEvent> events = listen();
    String name = started(healthyWhile(folder.resolve("never"), service("db", RUNS)));
    assertThat(engine.inspect(name).health()).isIn(Health.STARTING, Health.UNHEALTHY);
    awaitHealth(events, Health.UNHEALTHY);
    assertThat(engine.inspect(name).health()).isEqualTo(Health.UNHEALTHY);
    assertThat(engine.inspect(name).healthOutput()).contains("not yet");
  }

  @Test
  void healthComesAndGoes() {
    Path file = folder.resolve("ready");
    Recorder<EngineEvent> events = listen();
    make(file);
    started(healthyWhile(file, service("db", RUNS)));
    awaitHealth(events, Health.HEALTHY);
    unmake(file);
    awaitHealth(events, Health.UNHEALTHY);
    assertThat(events.all())
        .filteredOn(event -> event.kind() == Kind.HEALTH)
        .extracting(EngineEvent::health)
        .containsExactly(Health.HEALTHY, Health.UNHEALTHY);
  }

  @Test
  void healthBeginsAnewWithEachStart() {
    Path file = folder.resolve("ready");
    Recorder<EngineEvent> events = listen();
    make(file);
    String name = up(healthyWhile(file, service("db", RUNS)));
    awaitHealth(events, Health.HEALTHY);
    engine.stopContainer(name, null);
    unmake(file);
    engine.startContainer(name);
    assertThat(engine.inspect(name).health()).isNotEqualTo(Health.HEALTHY);
  }

  @Test
  void withoutARestartPolicyTheEndIsTheEnd() {
    Recorder<EngineEvent> events = listen();
    String name = ran("job", Program.exits(1));
    awaitKind(events, Kind.DIED, 1);
    assertThat(engine.inspect(name).status()).isEqualTo(Status.EXITED);
    assertThat(kinds(events.all())).containsExactly(Kind.CREATED, Kind.STARTED, Kind.DIED);
  }

  @Test
  void onFailureBringsBackAsOftenAsItSays() {
    Recorder<EngineEvent> events = listen();
    String name = started(service("job", Program.exits(1)).restart("on-failure:2"));
    awaitKind(events, Kind.DIED, 3);
    assertThat(engine.inspect(name).status()).isEqualTo(Status.EXITED);
    assertThat(engine.inspect(name).exitCode()).isEqualTo(1);
    assertThat(engine.inspect(name).restarts()).isEqualTo(2);
    assertThat(count(events.all(), Kind.STARTED)).isEqualTo(3);
  }

  @Test
  void onFailureLetsSuccessRest() {
    Recorder<EngineEvent> events = listen();
    String name = started(service("job", Program.exits(0)).restart("on-failure"));
    awaitKind(events, Kind.DIED, 1);
    assertThat(engine.inspect(name).status()).isEqualTo(Status.EXITED);
  }

  @Test
  void alwaysBringsBackUntilItIsStopped() {
    Recorder<EngineEvent> events = listen();
    String name = started(service("job", Program.exits(0)).restart("always"));
    awaitKind(events, Kind.STARTED, 2);
    engine.stopContainer(name, null);
    assertThat(engine.inspect(name).status()).isEqualTo(Status.EXITED);
  }

  @Test
  void stoppedContainerIsNotBroughtBack() {
    Recorder<EngineEvent> events = listen();
    String name = up(service("web", RUNS).restart("always"));
    engine.stopContainer(name, null);
    awaitKind(events, Kind.DIED, 1);
    assertThat(engine.inspect(name).status()).isEqualTo(Status.EXITED);
    assertThat(count(events.all(), Kind.STARTED)).isEqualTo(1);
  }

  @Test
  void projectsDoNotSeeEachOther() {
    String other = anotherProject();
    engine.createContainer(spec(other, service("theirs", RUNS).build(), Map.of()));
    engine.createContainer(spec(service("ours", RUNS)));
    Observed observed = engine.observe(ObserveRequest.of(project));
    assertThat(observed.containers()).extracting(ContainerState::service).containsExactly("ours");
  }

  @Test
  void observedContainersTellWhatPlansNeed() {
    Path file = folder.resolve("ready");
    make(file);
    Recorder<EngineEvent> events = listen();
    started(healthyWhile(file, service("db", RUNS)));
    ran("job", Program.exits(4));
    awaitHealth(events, Health.HEALTHY);
    List<ContainerState> seen = engine.observe(ObserveRequest.of(project)).containers();
    assertThat(seen).extracting(ContainerState::name).containsExactly(nameOf("db"), nameOf("job"));
    assertThat(seen)
        .extracting(ContainerState::status)
        .containsExactly(Status.RUNNING, Status.EXITED);
    assertThat(seen)
        .extracting(ContainerState::health)
        .containsExactly(Health.HEALTHY, Health.NONE);
    assertThat(seen).extracting(ContainerState::exitCode).containsExactly(null, 4);
  }

  @Test
  void nothingIsObservedOfAnUnknownProject() {
    assertThat(engine.observe(ObserveRequest.of(project))).isEqualTo(Observed.nothing());
  }

  @Test
  void identityNamesTheEngineAndItsPlace() {
    assertThat(engine.identity().provider()).matches("[a-z]+");
    assertThat(engine.identity().product()).isNotBlank();
    assertThat(engine.identity().version()).isNotBlank();
    assertThat(engine.identity().endpoint()).isNotBlank();
  }

  @Test
  void createdNetworkIsObservedUntilItIsRemoved() {
    assumeHas(Capability.NETWORKS);
    String name = network();
    Observed observed = engine.observe(ObserveRequest.of(project));
    assertThat(observed.networks())
        .singleElement()
        .satisfies(
            network -> {
              assertThat(network.name()).isEqualTo(name);
              assertThat(network.labels()).containsEntry(ComposeLabels.NETWORK, "net");
            });
    engine.removeNetwork(name);
    assertThat(engine.observe(ObserveRequest.of(project)).networks()).isEmpty();
    assertThatCode(() -> engine.removeNetwork(name)).doesNotThrowAnyException();
  }

  @Test
  void networkInUseIsNotRemoved() {
    assumeHas(Capability.NETWORKS);
    String name = network();
    ContainerSpec spec = spec(service("web", RUNS), Map.of(name, NetworkUse.plain()));
    engine.createContainer(spec);
    engine.startContainer(spec.name());
    assertThat(engine.inspect(spec.name()).networks()).containsExactly(name);
    assertThatThrownBy(() -> engine.removeNetwork(name)).isInstanceOf(ConflictException.class);
  }

  @Test
  void containerNeedsItsNetwork() {
    assumeHas(Capability.NETWORKS);
    Map<String, NetworkUse> missing = Map.of(project + "_none", NetworkUse.plain());
    assertThatThrownBy(
            () -> {
              ContainerSpec spec = spec(service("web", RUNS), missing);
              engine.createContainer(spec);
            })
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("'" + project + "_none'");
    assertThat(engine.observe(ObserveRequest.of(project)).containers()).isEmpty();
  }

  @Test
  void networksAndVolumesOfOthersAreObservedByName() {
    assumeHas(Capability.NETWORKS);
    assumeHas(Capability.VOLUMES);
    String network = network();
    String volume = volume();
    Observed observed =
        engine.observe(
            new ObserveRequest(
                anotherProject(), Set.of(network, "nowhere"), Set.of(volume, "nowhere"), Set.of()));
    assertThat(observed.networks())
        .extracting(Observed.NetworkState::name)
        .containsExactly(network);
    assertThat(observed.volumes()).extracting(Observed.VolumeState::name).containsExactly(volume);
  }

  @Test
  void createdVolumeIsObservedUntilItIsRemoved() {
    assumeHas(Capability.VOLUMES);
    String name = volume();
    Observed observed = engine.observe(ObserveRequest.of(project));
    assertThat(observed.volumes())
        .singleElement()
        .satisfies(
            volume -> {
              assertThat(volume.name()).isEqualTo(name);
              assertThat(volume.labels()).containsEntry(ComposeLabels.VOLUME, "data");
            });
    engine.removeVolume(name);
    assertThat(engine.observe(ObserveRequest.of(project)).volumes()).isEmpty();
    assertThatCode(() -> engine.removeVolume(name)).doesNotThrowAnyException();
  }

  @Test
  void volumeInUseIsNotRemoved() {
    assumeHas(Capability.VOLUMES);
    String name = volume();
    Mount mount = new Mount(Mount.Type.VOLUME, name, "/data", false, null, null, null, null);
    engine.createContainer(spec(service("db", RUNS).volumes(List.of(mount))));
    assertThatThrownBy(() -> engine.removeVolume(name)).isInstanceOf(ConflictException.class);
  }

  private String volume() {
    Volume volume = Volume.of("data", project + "_data");
    engine.createVolume(new VolumeSpec(volume, labels(ComposeLabels.VOLUME, "data")));
    return volume.name();
  }
}
