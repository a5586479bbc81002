package org.jcompose.engine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jcompose.engine.ComposeLabels;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.engine.ContainerState.Health;
import org.jcompose.engine.EngineEvent;
import org.jcompose.engine.EngineEvent.Kind;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.LogLine;
import org.jcompose.engine.LogRequest;
import org.jcompose.engine.Program;
import org.jcompose.engine.Recorder;
import org.jcompose.engine.VolumeSpec;
import org.jcompose.model.Dependency;
import org.jcompose.model.Healthcheck;
import org.jcompose.model.Mount;
import org.jcompose.model.Port;
import org.jcompose.model.Service;
import org.jcompose.model.Volume;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What only host processes do, with the supervisor in the test's own virtual machine. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "looks into /proc")
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ProcessEngineTests extends ProcessEngineFixture {

  @Override
  protected String supervisor() {
    return "embedded";
  }

  @Test
  void stopEndsGrandchildrenAndThoseThatLeftTheSession() {
    String script = "sleep 98711 & (sleep 98712 &) ; setsid sleep 98713 & echo up; wait";
    String name = up(ProcessFixture.shell("web", script));
    engine.stopContainer(name, Duration.ofSeconds(1));
    assertNoneRuns("sleep", "98711");
    assertNoneRuns("sleep", "98712");
    assertNoneRuns("sleep", "98713");
  }

  @Test
  void whatAnEndedProcessLeavesBehindIsKilled() {
    ran("job", ProcessFixture.shell("job", "sleep 98714 & exit 5"));
    assertNoneRuns("sleep", "98714");
    assertThat(engine.inspect(nameOf("job")).exitCode()).isEqualTo(5);
  }

  @Test
  void childrenAskedToEndAreGivenTimeAlthoughTheirParentEndsAtOnce() {
    String slow =
        "trap 'sleep 0.3; echo tidied; exit 0' TERM; sleep 98716 & echo up; wait 2>/dev/null";
    String script = "sh -c \"" + slow + "\" & trap 'exit 0' TERM; wait";
    String name = up(ProcessFixture.shell("web", script));
    engine.stopContainer(name, null);
    assertThat(texts(logs(name, LogRequest.all()))).containsExactly("up", "tidied");
  }

  @Test
  void processIsGivenItsEnvironmentAndNothingElse() {
    String name = ran("job", ProcessFixture.shell("job", "env").environment(Map.of("OWN", "1")));
    assertThat(texts(logs(name, LogRequest.all())))
        .map(line -> line.replaceFirst("=.*", ""))
        .containsExactlyInAnyOrder(
            "JCOMPOSE_CONTAINER_ID", "JCOMPOSE_REPLICA", "OWN", "PATH", "PWD");
  }

  @Test
  void serviceIsToldItsPortsAndThoseItDependsOn() {
    Service.Builder db = ProcessFixture.shell("my-db", "exit 0").ports(ports(5432));
    engine.createContainer(spec(db));
    String script = "echo $PORT_8080; echo $MY_DB_HOST:$MY_DB_PORT_5432";
    Service.Builder web =
        ProcessFixture.shell("web", script)
            .ports(ports(8080))
            .environment(Map.of("MY_DB_HOST", "my-db"))
            .dependsOn(Map.of("my-db", Dependency.started()));
    String name = ran("web", web);
    assertThat(texts(logs(name, LogRequest.all())))
        .containsExactly(Integer.toString(portOf("web")), "127.0.0.1:" + portOf("my-db"));
  }

  @Test
  void volumeIsAFolderThatOutlivesItsContainers() {
    createVolume();
    Mount mount = new Mount(Mount.Type.VOLUME, "data", "/data", false, null, null, null, null);
    String write = "echo kept > $JCOMPOSE_VOLUME_DATA/file";
    ran("job", ProcessFixture.shell("job", write).volumes(List.of(mount)));
    engine.removeContainer(nameOf("job"), true);
    String read = "cat $JCOMPOSE_VOLUME_DATA/file";
    String name = ran("next", ProcessFixture.shell("next", read).volumes(List.of(mount)));
    assertThat(texts(logs(name, LogRequest.all()))).containsExactly("kept");
  }

  @Test
  void ownCommandRunsInTheProjectsFolder() {
    Service service =
        Service.builder("job")
            .command(List.of("not", "this"))
            .workingDir("/nowhere")
            .extensions(
                Map.of(
                    "x-process",
                    Map.of(
                        "command", "echo $PWD $A", "shell", true, "environment", Map.of("A", 7))))
            .build();
    ContainerSpec plain = spec(service.toBuilder());
    Map<String, String> labels = new HashMap<>(plain.labels());
    labels.put(ComposeLabels.WORKING_DIR, folder.toString());
    Recorder<EngineEvent> events = listen();
    engine.createContainer(
        new ContainerSpec(project, service, 1, plain.name(), labels, Map.of(), List.of()));
    engine.startContainer(plain.name());
    awaitKind(events, Kind.DIED, 1);
    assertThat(texts(logs(plain.name(), LogRequest.all()))).containsExactly(folder + " 7");
  }

  @Test
  void missingProgramIsToldByName() {
    Service.Builder service =
        Service.builder("web")
            .command(List.of("no-such-program"))
            .extensions(Map.of("x-process", Map.of()));
    engine.createContainer(spec(service));
    assertThatThrownBy(() -> engine.startContainer(nameOf("web")))
        .isInstanceOf(EngineException.class)
        .hasMessage(
            "container '"
                + nameOf("web")
                + "' runs 'no-such-program', which is no program on this host");
  }

  @Test
  void takenPortIsToldByNumber() throws IOException {
    try (ServerSocket other = new ServerSocket(0)) {
      String port = Integer.toString(other.getLocalPort());
      engine.createContainer(
          spec(service("web", Program.exits(0)).ports(List.of(Port.of(8080, port)))));
      assertThatThrownBy(() -> engine.startContainer(nameOf("web")))
          .hasMessage(
              "container '"
                  + nameOf("web")
                  + "' publishes port '"
                  + port
                  + "', which another process listens on");
    }
  }

  @Test
  void outputThatNobodyReadsHoldsNothingUp() {
    String name = ran("job", ProcessFixture.shell("job", "seq 1 200000"));
    assertThat(texts(logs(name, LogRequest.last(2)))).containsExactly("199999", "200000");
    assertThat(logs(name, LogRequest.all())).hasSize(200_000);
  }

  @Test
  void endlessLineIsCut() {
    int length = OutputPump.LONGEST_LINE + 10;
    String script = "head -c " + length + " /dev/zero | tr '\\0' x";
    String name = ran("job", ProcessFixture.shell("job", script));
    assertThat(texts(logs(name, LogRequest.all())))
        .extracting(String::length)
        .containsExactly(OutputPump.LONGEST_LINE, 10);
  }

  @Test
  void failuresWithinTheStartPeriodDoNotCount() {
    Healthcheck check =
        new Healthcheck(
            List.of("CMD", "test", "-f", folder.resolve("ready").toString()),
            Duration.ofHours(1),
            null,
            1,
            Duration.ofHours(1),
            Duration.ofMillis(50),
            false);
    Recorder<EngineEvent> events = listen();
    String script = "echo up; sleep 0.5; touch '" + folder.resolve("ready") + "'; sleep 3600";
    up(ProcessFixture.shell("db", script).healthcheck(check));
    awaitHealth(events, Health.HEALTHY);
    assertThat(events.all())
        .filteredOn(event -> event.kind() == Kind.HEALTH)
        .extracting(EngineEvent::health)
        .containsExactly(Health.HEALTHY);
  }

  @Test
  void checkThatTakesTooLongFailsAndIsKilled() {
    Healthcheck check =
        new Healthcheck(
            List.of("CMD", "sleep", "98715"),
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            1,
            null,
            null,
            false);
    Recorder<EngineEvent> events = listen();
    String name = up(service("db", Program.runsUntilStopped()).healthcheck(check));
    awaitHealth(events, Health.UNHEALTHY);
    assertThat(engine.inspect(name).healthOutput()).startsWith("no answer within 100 ms");
    engine.stopContainer(name, null);
    assertNoneRuns("sleep", "98715");
  }

  @Test
  void logsAreReadFromAGivenTimeOn() {
    String name = ran("job", ProcessFixture.shell("job", "echo one; sleep 0.2; echo two"));
    List<LogLine> all = logs(name, LogRequest.all());
    LogRequest since = new LogRequest(false, -1, all.get(1).time(), null);
    LogRequest until = new LogRequest(false, -1, null, all.get(0).time());
    assertThat(texts(logs(name, since))).containsExactly("two");
    assertThat(texts(logs(name, until))).containsExactly("one");
  }

  @Test
  void deepStateFolderHasItsSocketElsewhere() throws IOException {
    state = Files.createDirectories(state.resolve("deep".repeat(30)));
    engine = open();
    String name = up(service("web", Program.runsUntilStopped()));
    Path socket = Path.of(projectFolder().address().socket());
    assertThat(socket).exists();
    assertThat(socket.startsWith(state)).isFalse();
    assertThat(engine.inspect(name).isRunning()).isTrue();
  }

  private String ran(String name, Service.Builder service) {
    Recorder<EngineEvent> events = listen();
    String container = started(service);
    awaitKind(events, Kind.DIED, 1);
    assertThat(container).isEqualTo(nameOf(name));
    return container;
  }

  private void createVolume() {
    engine.createVolume(
        new VolumeSpec(Volume.of("data", "data"), Map.of(ComposeLabels.PROJECT, project)));
  }

  private int portOf(String service) {
    return engine.inspect(nameOf(service)).ports().get(0).published();
  }

  private static List<Port> ports(int target) {
    return List.of(Port.of(target, null));
  }
}
