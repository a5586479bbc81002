package org.jcompose.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jcompose.executor.Stack.checked;
import static org.jcompose.executor.Stack.on;
import static org.jcompose.executor.Stack.service;

import java.util.List;
import java.util.Map;
import org.jcompose.engine.memory.MemoryEngine;
import org.jcompose.model.Hook;
import org.jcompose.model.Hooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HooksTests {

  private final MemoryEngine engine = MemoryEngine.create();
  private final Stack stack = new Stack(engine);

  @Test
  void postStartIsOverBeforeDependentsStartAndReadinessIsTold() {
    stack
        .with(
            checked("db").hooks(postStart("warm up")),
            Map.of("warm up", List.of("sleep 3s", "exit 0")),
            "sleep 1s",
            "healthy")
        .with(service("web").dependsOn(on("db started")));
    assertThat(stack.upAndWait(null).isSuccess()).isTrue();
    assertThat(stack.events())
        .containsSubsequence(
            "done start container shop-db-1 in PT0S",
            "done run post_start 1 in container shop-db-1 in PT3S",
            "began await container shop-db-1 ready")
        .containsSubsequence(
            "done run post_start 1 in container shop-db-1 in PT3S",
            "began start container shop-web-1");
  }

  @Test
  void failedHookFailsTheRunWithWhatItSaid() {
    stack
        .with(
            service("db").hooks(postStart("warm up")),
            Map.of("warm up", List.of("print no fuel", "exit 4")))
        .with(service("web").dependsOn(on("db started")));
    RunResult result = stack.up();
    assertThat(result.failures()).hasSize(1);
    ContainerFailedException failure =
        (ContainerFailedException) result.failures().get(0).failure();
    assertThat(failure.describe())
        .isEqualTo(
            """
            container 'shop-db-1' of service 'db' failed its post_start hook 1 with exit code 4
              its last lines:
                no fuel""");
    assertThat(stack.waits())
        .anyMatch(line -> line.startsWith("skipped start container shop-web-1"));
  }

  @Test
  void preStopIsOverBeforeTheContainerIsStopped() {
    stack.with(
        service("db").hooks(new Hooks(List.of(), List.of(), List.of(hook("drain"), hook("close")))),
        Map.of("drain", List.of("sleep 2s")));
    stack.up();
    assertThat(stack.down().isSuccess()).isTrue();
    assertThat(stack.events())
        .containsSubsequence(
            "done run pre_stop 1 in container shop-db-1 in PT2S",
            "done run pre_stop 2 in container shop-db-1 in PT0S",
            "began stop container shop-db-1",
            "done remove container shop-db-1 in PT0S");
  }

  @Test
  void preStartRunsToItsEndBeforeTheFirstReplicaStarts() {
    Hooks hooks = new Hooks(List.of(hook("migrate"), hook("check")), List.of(), List.of());
    stack.with(
        service("db").scale(2).hooks(hooks), Map.of("migrate", List.of("sleep 5s", "exit 0")));
    assertThat(stack.up().isSuccess()).isTrue();
    assertThat(stack.events())
        .containsSubsequence(
            "done await container shop-db-pre_start-0 completed in PT5S: exited 0",
            "done await container shop-db-pre_start-1 completed in PT0S: exited 0",
            "done remove container shop-db-pre_start-1 in PT0S",
            "began start container shop-db-1")
        .containsSubsequence(
            "done remove container shop-db-pre_start-1 in PT0S", "began start container shop-db-2");
    assertThat(stack.plan(false, null).isEmpty()).isTrue();
  }

  @Test
  void failedPreStartKeepsTheContainerFromStartingAndRunsAgain() {
    Hooks hooks = new Hooks(List.of(hook("migrate")), List.of(), List.of());
    stack.with(service("db").hooks(hooks), Map.of("migrate", List.of("print no schema", "exit 1")));
    ContainerFailedException failure =
        (ContainerFailedException) stack.up().failures().get(0).failure();
    assertThat(failure.exitCode()).isEqualTo(1);
    assertThat(failure.lastLines()).containsExactly("no schema");
    stack.with(service("db").hooks(hooks));
    assertThat(stack.up().isSuccess()).isTrue();
    assertThat(engine.inspect("shop-db-1").isRunning()).isTrue();
  }

  private static Hooks postStart(String command) {
    return new Hooks(List.of(), List.of(hook(command)), List.of());
  }

  private static Hook hook(String command) {
    return new Hook(List.of(command.split(" ", -1)), null, false, null, Map.of());
  }
}
