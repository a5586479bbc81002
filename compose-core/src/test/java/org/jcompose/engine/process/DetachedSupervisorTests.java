package org.jcompose.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jcompose.engine.ContainerEngine;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.ContainerState.Status;
import org.jcompose.engine.EngineEvent;
import org.jcompose.engine.EngineEvent.Kind;
import org.jcompose.engine.LogRequest;
import org.jcompose.engine.ObserveRequest;
import org.jcompose.engine.Program;
import org.jcompose.engine.Recorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What becomes of a stack whose supervisor lives in a virtual machine of its own. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "looks into /proc")
class DetachedSupervisorTests extends ProcessEngineFixture {

  private static final Program RUNS = Program.runsUntilStopped();

  @Override
  protected String supervisor() {
    return "jvm";
  }

  @Test
  void restartPolicyGoesOnAfterTheClientHasClosed() {
    String name = up(service("web", RUNS).restart("always"));
    long pid = projectFolder().read(engine.inspect(name).id()).run().pid();
    engine.close();
    try (ContainerEngine other = open()) {
      Recorder<EngineEvent> events = new Recorder<>();
      other.events(project, events::add);
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();
      awaitKind(events, Kind.STARTED, 1);
      assertThat(other.inspect(name).restarts()).isEqualTo(1);
    }
  }

  @Test
  void supervisorIsInASessionOfItsOwn() throws IOException {
    up(service("web", RUNS));
    long pid = supervisorProcess().pid();
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    String session = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[3];
    assertThat(session).isEqualTo(Long.toString(pid));
  }

  @Test
  void nothingIsLeftWhenAllIsRemoved() {
    String name = up(ProcessFixture.shell("web", "echo up; exec sleep 98701").restart("always"));
    ran("job", Program.exits(0).printing("done"));
    ProcessHandle supervisor = supervisorProcess();
    engine.stopContainer(name, null);
    engine.removeContainer(name, true);
    engine.removeContainer(nameOf("job"), true);
    engine.close();
    awaitEnd(supervisor);
    assertNoneRuns("sleep", "98701");
    assertThat(left()).isEmpty();
  }

  @Test
  void supervisorEndsWhenNothingRunsAndEndedContainersStayVisible() {
    String name = ran("job", Program.exits(3).printing("bye"));
    ProcessHandle supervisor = supervisorProcess();
    engine.close();
    awaitEnd(supervisor);
    engine = open();
    ContainerState state = engine.inspect(name);
    assertThat(state.status()).isEqualTo(Status.EXITED);
    assertThat(state.exitCode()).isEqualTo(3);
    assertThat(texts(logs(name, LogRequest.following()))).containsExactly("bye");
    assertThat(projectFolder().addressFile()).doesNotExist();
  }

  @Test
  void orphansOfAKilledSupervisorAreStoppedByTheNextOne() {
    String name = up(ProcessFixture.shell("web", "sleep 98702 & echo up; wait"));
    kill(supervisorProcess());
    assertThat(engine.inspect(name).isRunning()).isTrue();
    engine.stopContainer(name, null);
    assertThat(engine.inspect(name).status()).isEqualTo(Status.EXITED);
    assertThat(engine.inspect(name).exitCode()).isNull();
    assertNoneRuns("sleep", "98702");
  }

  @Test
  void orphanThatEndedMeanwhileIsSeenAsEnded() {
    String name = up(ProcessFixture.shell("web", "echo up; exec sleep 98703"));
    kill(supervisorProcess());
    running("sleep", "98703").forEach(DetachedSupervisorTests::kill);
    ContainerState state = engine.inspect(name);
    assertThat(state.status()).isEqualTo(Status.EXITED);
    assertThat(state.exitCode()).isNull();
  }

  @Test
  void restartPolicyBringsBackTheOrphansOfAKilledSupervisor() {
    String name = up(service("web", RUNS).restart("unless-stopped"));
    kill(supervisorProcess());
    Recorder<EngineEvent> events = listen();
    if (!engine.inspect(name).isRunning()) {
      awaitKind(events, Kind.STARTED, 1);
    }
    assertThat(engine.inspect(name).restarts()).isEqualTo(1);
  }

  @Test
  void killedSupervisorsNameIsFreeAfterDown() {
    String name = up(service("web", RUNS));
    kill(supervisorProcess());
    engine.stopContainer(name, null);
    engine.removeContainer(name, true);
    assertThat(engine.observe(ObserveRequest.of(project)).containers()).isEmpty();
    assertThat(up(service("web", RUNS))).isEqualTo(name);
  }

  @Test
  void clientsThatStartTogetherShareOneSupervisor() {
    List<CompletableFuture<Void>> clients = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String service = "web" + i;
      clients.add(CompletableFuture.runAsync(() -> upInAClientOfItsOwn(service)));
    }
    CompletableFuture.allOf(clients.toArray(CompletableFuture[]::new)).join();
    assertThat(engine.observe(ObserveRequest.of(project)).containers())
        .extracting(ContainerState::service)
        .containsExactly("web0", "web1", "web2", "web3");
    assertThat(supervisors()).hasSize(1);
  }

  @Test
  void takenAwayFolderEndsTheSupervisorAndItsProcesses() {
    up(ProcessFixture.shell("web", "echo up; exec sleep 98704").restart("always"));
    ProcessHandle supervisor = supervisorProcess();
    PrivateFiles.deleteTree(ProcessFixture.root(state).path());
    awaitEnd(supervisor);
    assertNoneRuns("sleep", "98704");
  }

  @Test
  void terminatedSupervisorStopsItsProcesses() {
    String name = up(ProcessFixture.shell("web", "echo up; exec sleep 98705").restart("always"));
    ProcessHandle supervisor = supervisorProcess();
    supervisor.destroy();
    awaitEnd(supervisor);
    assertNoneRuns("sleep", "98705");
    assertThat(engine.inspect(name).status()).isEqualTo(Status.EXITED);
  }

  @Test
  void nobodyElseCanReadWhatIsKept() throws IOException {
    up(service("web", RUNS).environment(Map.of("PASSWORD", "s3cr3t")));
    List<String> open = new ArrayList<>();
    for (Path file : left()) {
      String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
      boolean isSocket = !Files.isRegularFile(file) && !Files.isDirectory(file);
      if (!isSocket && !mode.endsWith("------")) {
        open.add(file + " " + mode);
      }
    }
    assertThat(open).isEmpty();
  }

  private void upInAClientOfItsOwn(String service) {
    try (ContainerEngine client = open()) {
      client.startContainer(client.createContainer(spec(service(service, RUNS))));
    }
  }

  private List<ProcessHandle> supervisors() {
    return ProcessHandle.allProcesses()
        .filter(process -> commandOf(process).endsWith("\0" + project + "\0"))
        .toList();
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    awaitEnd(process);
  }
}
