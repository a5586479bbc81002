package org.jcompose.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jcompose.executor.Stack.checked;
import static org.jcompose.executor.Stack.on;
import static org.jcompose.executor.Stack.service;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jcompose.engine.ContainerState.Health;
import org.jcompose.engine.memory.Call;
import org.jcompose.engine.memory.Hold;
import org.jcompose.engine.memory.MemoryEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReadinessTests {

  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final MemoryEngine engine = MemoryEngine.create();
  private final Stack stack = new Stack(engine);

  @Test
  void dependentStartsWhenWhatItNeedsIsHealthy() {
    stack
        .with(checked("db"), "sleep 5s", "healthy")
        .with(service("web").dependsOn(on("db healthy")));
    assertThat(stack.up().isSuccess()).isTrue();
    assertThat(stack.events())
        .containsExactly(
            "5 steps",
            "began create container shop-db-1",
            "done create container shop-db-1 in PT0S",
            "began create container shop-web-1",
            "done create container shop-web-1 in PT0S",
            "began start container shop-db-1",
            "done start container shop-db-1 in PT0S",
            "began await container shop-db-1 healthy",
            "done await container shop-db-1 healthy in PT5S: healthy",
            "began start container shop-web-1",
            "done start container shop-web-1 in PT0S",
            "ended after PT5S: 5 done, 0 failed, 0 skipped");
  }

  @Test
  void neverHealthyFailsAtTheDeadline() {
    stack
        .with(checked("db"), "print still starting", "starting")
        .with(service("web").dependsOn(on("db healthy")));
    RunResult result = stack.upAndWait(Duration.ofMinutes(10));
    assertThat(failure(result).describe())
        .isEqualTo(
            """
            container 'shop-db-1' of service 'db' is not healthy after 600s
              its last lines:
                still starting""");
    assertThat(stack.waits())
        .contains(
            "skipped start container shop-web-1: 'await container shop-db-1 healthy' failed:"
                + " container 'shop-db-1' of service 'db' is not healthy after 600s");
  }

  @Test
  void unhealthyTellsItsLastWords() {
    stack
        .with(checked("db"), "print one", "print-error two", "sleep 3s", "unhealthy no route")
        .with(service("web").dependsOn(on("db healthy")));
    assertThat(failure(stack.up()).describe())
        .isEqualTo(
            """
            container 'shop-db-1' of service 'db' is unhealthy
              its healthcheck said:
                no route
              its last lines:
                one
                two""");
  }

  @Test
  void endingInsteadOfBecomingHealthyTellsTheExitCodeAndTenLines() {
    String[] script =
        IntStream.rangeClosed(1, 12).mapToObj(i -> "print line " + i).toArray(String[]::new);
    script = Arrays.copyOf(script, 14);
    script[12] = "sleep 1s";
    script[13] = "exit 3";
    stack.with(checked("db"), script).with(service("web").dependsOn(on("db completed")));
    ContainerFailedException failure = failure(stack.up());
    assertThat(failure).hasMessage("container 'shop-db-1' of service 'db' ended with exit code 3");
    assertThat(failure.service()).isEqualTo("db");
    assertThat(failure.container()).isEqualTo("shop-db-1");
    assertThat(failure.exitCode()).isEqualTo(3);
    assertThat(failure.lastLines()).hasSize(10).startsWith("line 3").endsWith("line 12");
  }

  @Test
  void withoutAHealthcheckNothingBecomesHealthy() {
    stack.with(service("db")).with(service("web").dependsOn(on("db healthy")));
    ContainerFailedException failure = failure(stack.up());
    assertThat(failure)
        .hasMessage(
            "container 'shop-db-1' of service 'db' has no healthcheck, so it cannot be waited for"
                + " to be healthy");
    assertThat(failure.fix())
        .isEqualTo("give service 'db' a healthcheck, or depend on it by 'service_started'");
  }

  @Test
  void completionIsWaitedForAndNotAskedForTwice() {
    stack
        .with(service("seed"), "sleep 1h", "exit 0")
        .with(service("web").dependsOn(on("seed completed")));
    assertThat(stack.up().isSuccess()).isTrue();
    assertThat(stack.waits())
        .containsExactly(
            "began await container shop-seed-1 completed",
            "done await container shop-seed-1 completed in PT1H: exited 0");
    assertThat(stack.plan(true, null).isEmpty()).isTrue();
  }

  @Test
  void restartsAreNoFailureUntilThePolicyGivesUp() {
    stack
        .with(service("seed").restart("on-failure:3"), "sleep 1s", "exit 4")
        .with(service("web").dependsOn(on("seed completed")));
    assertThat(failure(stack.up()))
        .hasMessage("container 'shop-seed-1' of service 'seed' ended with exit code 4");
    assertThat(engine.inspect("shop-seed-1").restarts()).isEqualTo(3);
    assertThat(stack.waits())
        .contains(
            "failed await container shop-seed-1 completed in PT4.7S: container 'shop-seed-1' of"
                + " service 'seed' ended with exit code 4");
  }

  @Test
  void containerThatComesBackMayStillBecomeHealthy() {
    stack
        .with(checked("db").restart("always"), "starting", "sleep 1s")
        .with(service("web").dependsOn(on("db healthy")));
    engine.timekeeper().after(Duration.ofMillis(500), () -> engine.exit("shop-db-1", 1));
    engine
        .timekeeper()
        .after(Duration.ofSeconds(3), () -> engine.setHealth("shop-db-1", Health.HEALTHY, "ok"));
    assertThat(stack.up().isSuccess()).isTrue();
    assertThat(stack.waits()).contains("done await container shop-db-1 healthy in PT3S: healthy");
  }

  @Test
  void healthOfAnEarlierStartDoesNotCount() {
    stack
        .with(checked("db"), "sleep 2s", "healthy")
        .with(service("web").dependsOn(on("db healthy")));
    stack.up();
    engine.stopContainer("shop-db-1", null);
    engine.stopContainer("shop-web-1", null);
    stack.up();
    assertThat(stack.waits())
        .containsExactly(
            "began await container shop-db-1 healthy",
            "done await container shop-db-1 healthy in PT2S: healthy",
            "began await container shop-db-1 healthy",
            "done await container shop-db-1 healthy in PT2S: healthy");
  }

  @Test
  void allReplicasMustBeHealthy() {
    stack
        .with(checked("db").scale(2), "sleep 2s", "healthy")
        .with(service("web").dependsOn(on("db healthy")));
    engine.delay(Call.START_CONTAINER, "shop-db-2", Duration.ofSeconds(10));
    stack.up();
    assertThat(stack.events())
        .containsSubsequence(
            "done await container shop-db-1 healthy in PT2S: healthy",
            "done await container shop-db-2 healthy in PT2S: healthy",
            "began start container shop-web-1",
            "ended after PT12S: 8 done, 0 failed, 0 skipped");
  }

  @Test
  void optionalDependencyThatFailsIsTolerated() {
    stack
        .with(checked("cache"), "sleep 1s", "unhealthy full")
        .with(service("web").dependsOn(on("cache healthy optional", "gone started optional")));
    RunResult result = stack.up();
    assertThat(result.isSuccess()).isTrue();
    assertThat(result.outcomes())
        .filteredOn(StepOutcome::tolerated)
        .extracting(outcome -> outcome.step().id())
        .containsExactly("await container shop-cache-1 healthy");
    assertThat(engine.inspect("shop-web-1").isRunning()).isTrue();
  }

  @Test
  void failedStartSkipsWhatDependsOnIt() {
    stack
        .with(service("db"))
        .with(service("web").dependsOn(on("db started")))
        .with(service("other"));
    engine.fail(Call.START_CONTAINER, "shop-db-1", "port 5432 is taken");
    assertThat(stack.up().isSuccess()).isFalse();
    assertThat(stack.waits())
        .containsExactly(
            "skipped start container shop-web-1: 'start container shop-db-1' failed: port 5432 is"
                + " taken");
    assertThat(engine.inspect("shop-other-1").isRunning()).isTrue();
  }

  @Test
  void waitingHoldsUpNoWork() {
    stack
        .with(checked("slow"), "sleep 1h", "healthy")
        .with(service("web").dependsOn(on("slow healthy")))
        .with(service("zebra"));
    stack.up();
    assertThat(stack.events())
        .containsSubsequence(
            "began await container shop-slow-1 healthy",
            "done start container shop-zebra-1 in PT0S",
            "done await container shop-slow-1 healthy in PT1H: healthy");
  }

  @Test
  void cancellationEndsWaits() throws Exception {
    stack
        .with(checked("db"), "starting")
        .with(service("web").dependsOn(on("db healthy")))
        .with(service("last").dependsOn(on("web started")));
    Hold hold = engine.hold(Call.START_CONTAINER, "shop-zebra-1");
    stack.with(service("zebra"));
    CompletableFuture<RunResult> running = CompletableFuture.supplyAsync(stack::up);
    hold.awaitReached(DEADLINE);
    stack.cancel();
    assertThat(running.get(30, TimeUnit.SECONDS).cancelled()).isTrue();
    assertThat(stack.waits())
        .containsExactly(
            "began await container shop-db-1 healthy",
            "failed await container shop-db-1 healthy in PT0S: the run was cancelled",
            "skipped start container shop-web-1: 'await container shop-db-1 healthy' failed: the"
                + " run was cancelled",
            "skipped start container shop-last-1: 'await container shop-db-1 healthy' failed: the"
                + " run was cancelled");
  }

  @Test
  void brokenStreamIsOpenedAgain() {
    stack
        .with(checked("db"), "sleep 5s", "healthy")
        .with(service("web").dependsOn(on("db healthy")));
    engine.timekeeper().after(Duration.ofSeconds(1), () -> engine.breakStreams("gone"));
    assertThat(stack.up().isSuccess()).isTrue();
    assertThat(stack.waits()).contains("done await container shop-db-1 healthy in PT5S: healthy");
  }

  @Test
  void streamThatBreaksTwiceFailsTheWaits() {
    stack
        .with(checked("db"), "sleep 5s", "healthy")
        .with(service("web").dependsOn(on("db healthy")));
    engine.timekeeper().after(Duration.ofSeconds(1), () -> engine.breakStreams("gone"));
    engine.timekeeper().after(Duration.ofSeconds(2), () -> engine.breakStreams("gone"));
    assertThat(stack.up().isSuccess()).isFalse();
    assertThat(stack.waits())
        .contains(
            "failed await container shop-db-1 healthy in PT2S: the engine's events are no longer"
                + " heard: gone");
  }

  @Test
  void removedContainerFailsItsWait() {
    stack.with(checked("db"), "starting").with(service("web").dependsOn(on("db healthy")));
    engine
        .timekeeper()
        .after(
            Duration.ofSeconds(1),
            () -> {
              engine.exit("shop-db-1", 0);
              engine.removeContainer("shop-db-1", false);
            });
    assertThat(failure(stack.up()))
        .hasMessage("container 'shop-db-1' of service 'db' is not there any more");
  }

  @Test
  void upOnAHealthyStackHasNothingToDo() {
    stack
        .with(checked("db"), "sleep 5s", "healthy")
        .with(service("web").dependsOn(on("db healthy")));
    stack.upAndWait(null);
    assertThat(stack.plan(true, null).isEmpty()).isTrue();
  }

  @Test
  void downStopsDependentsFirstAndLeavesNothing() {
    stack.with(checked("db")).with(service("web").dependsOn(on("db healthy")), "ignore-term");
    stack.up();
    engine.delay(Call.STOP_CONTAINER, "shop-db-1", Duration.ofSeconds(1));
    int before = stack.events().size();
    assertThat(stack.down().isSuccess()).isTrue();
    assertThat(stack.events().subList(before, stack.events().size()))
        .containsExactly(
            "4 steps",
            "began stop container shop-web-1",
            "done stop container shop-web-1 in PT10S",
            "began remove container shop-web-1",
            "began stop container shop-db-1",
            "done remove container shop-web-1 in PT0S",
            "done stop container shop-db-1 in PT1S",
            "began remove container shop-db-1",
            "done remove container shop-db-1 in PT0S",
            "ended after PT11S: 4 done, 0 failed, 0 skipped");
  }

  private static ContainerFailedException failure(RunResult result) {
    assertThat(result.failures()).isNotEmpty();
    return (ContainerFailedException) result.failures().get(0).failure();
  }
}
