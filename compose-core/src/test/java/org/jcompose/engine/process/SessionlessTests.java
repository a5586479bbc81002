package org.jcompose.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jcompose.engine.ContainerEngine;
import org.jcompose.engine.ContainerState.Status;
import org.jcompose.engine.EngineEvent;
import org.jcompose.engine.EngineEvent.Kind;
import org.jcompose.engine.Program;
import org.jcompose.engine.Recorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The way of macOS, where a tree is what the system says are a process's descendants. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "looks into /proc")
class SessionlessTests extends ProcessEngineFixture {

  @Override
  protected String supervisor() {
    return "embedded";
  }

  @Override
  protected ContainerEngine open() {
    return ProcessFixture.withoutSessions(state);
  }

  @Test
  void stopReachesTheProcessAndItsDescendants() {
    String name = up(ProcessFixture.shell("web", "(sleep 98721; :) & sleep 98722 & echo up; wait"));
    engine.stopContainer(name, null);
    assertThat(engine.inspect(name).exitCode()).isEqualTo(143);
    assertNoneRuns("sleep", "98721");
    assertNoneRuns("sleep", "98722");
  }

  @Test
  void whatIgnoresTheSignalIsKilled() {
    String name = up(service("web", Program.ignoresTerm()));
    engine.stopContainer(name, Duration.ofMillis(200));
    assertThat(engine.inspect(name).exitCode()).isEqualTo(137);
  }

  @Test
  void ownSignalIsSent() {
    Recorder<EngineEvent> events = listen();
    String name = up(service("web", Program.runsUntilStopped()));
    engine.killContainer(name, "SIGTERM");
    awaitKind(events, Kind.DIED, 1);
    assertThat(engine.inspect(name).status()).isEqualTo(Status.EXITED);
    assertThat(engine.inspect(name).exitCode()).isZero();
  }
}
