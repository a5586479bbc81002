package org.jcompose.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jcompose.engine.memory.Call;
import org.jcompose.engine.memory.Hold;
import org.jcompose.engine.memory.MemoryEngine;
import org.jcompose.plan.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PlanExecutorTests {

  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final MemoryEngine engine = MemoryEngine.create();
  private final EventText events = new EventText();
  private final Cancellation cancellation = new Cancellation();

  @Test
  void emptyPlanIsDoneAtOnce() {
    assertThat(run(1, Graphs.plan()).isSuccess()).isTrue();
    assertThat(events.lines())
        .containsExactly("0 steps", "ended after PT0S: 0 done, 0 failed, 0 skipped");
  }

  @Test
  void stepsComeAfterThoseTheyNeed() {
    run(1, Graphs.plan("a", "b after a", "c after a b"));
    assertThat(events.lines())
        .containsExactly(
            "3 steps",
            "began a",
            "done a in PT0S",
            "began b",
            "done b in PT0S",
            "began c",
            "done c in PT0S",
            "ended after PT0S: 3 done, 0 failed, 0 skipped");
  }

  @Test
  void failureSkipsWhatNeedsItAndNothingElse() {
    engine.fail(Call.CREATE_NETWORK, "a", "no address left");
    RunResult result = run(1, Graphs.plan("a", "b after a", "c after b", "d", "e after d"));
    assertThat(result.isSuccess()).isFalse();
    assertThat(events.lines())
        .containsExactly(
            "5 steps",
            "began a",
            "failed a in PT0S: no address left",
            "skipped b: 'a' failed: no address left",
            "skipped c: 'a' failed: no address left",
            "began d",
            "done d in PT0S",
            "began e",
            "done e in PT0S",
            "ended after PT0S: 2 done, 1 failed, 2 skipped");
  }

  @Test
  void whatOnlyFollowsRunsAfterAFailureToo() {
    engine.fail(Call.CREATE_NETWORK, "a", "no address left");
    run(1, Graphs.plan("a", "b after a", "c once a", "d once b"));
    assertThat(events.lines())
        .contains("skipped b: 'a' failed: no address left", "done c in PT0S", "done d in PT0S");
  }

  @Test
  void unrelatedStepsGoOnWhileOneIsHeld() throws Exception {
    Hold hold = engine.hold(Call.CREATE_NETWORK, "slow");
    CompletableFuture<RunResult> running =
        start(2, Graphs.plan("slow", "a", "b after a", "c after slow b"));
    Hold last = engine.hold(Call.CREATE_NETWORK, "c");
    hold.awaitReached(DEADLINE);
    engine.hold(Call.CREATE_NETWORK, "never");
    awaitLine("done b in PT0S");
    assertThat(last.isReached()).isFalse();
    hold.release();
    last.release();
    assertThat(running.get(30, TimeUnit.SECONDS).isSuccess()).isTrue();
  }

  @Test
  void noMoreThanTheBoundAreAtWork() throws Exception {
    List<Hold> holds =
        List.of("a", "b", "c").stream()
            .map(name -> engine.hold(Call.CREATE_NETWORK, name))
            .toList();
    CompletableFuture<RunResult> running = start(2, Graphs.plan("a", "b", "c"));
    holds.get(0).awaitReached(DEADLINE);
    holds.get(1).awaitReached(DEADLINE);
    assertThat(events.lines()).containsExactly("3 steps", "began a", "began b");
    holds.get(0).release();
    holds.get(2).awaitReached(DEADLINE);
    assertThat(events.lines())
        .containsExactly("3 steps", "began a", "began b", "done a in PT0S", "began c");
    holds.forEach(Hold::release);
    assertThat(running.get(30, TimeUnit.SECONDS).isSuccess()).isTrue();
  }

  @Test
  void cancellationInterruptsWhatRunsAndSkipsTheRest() throws Exception {
    Hold hold = engine.hold(Call.CREATE_NETWORK, "b");
    CompletableFuture<RunResult> running = start(1, Graphs.plan("a", "b after a", "c after b"));
    hold.awaitReached(DEADLINE);
    cancellation.cancel();
    RunResult result = running.get(30, TimeUnit.SECONDS);
    assertThat(result.cancelled()).isTrue();
    assertThat(result.isSuccess()).isFalse();
    assertThat(events.lines())
        .containsExactly(
            "3 steps",
            "began a",
            "done a in PT0S",
            "began b",
            "skipped c: the run was cancelled",
            "failed b in PT0S: the run was cancelled",
            "ended after PT0S: 1 done, 1 failed, 1 skipped");
  }

  @Test
  void cancelledBeforeItBeginsDoesNothing() {
    cancellation.cancel();
    RunResult result = run(1, Graphs.plan("a", "b after a"));
    assertThat(result.cancelled()).isTrue();
    assertThat(result.outcomes())
        .extracting(StepOutcome::status)
        .doesNotContain(StepOutcome.Status.FAILED);
    assertThat(engine.history().size()).isLessThanOrEqualTo(1);
  }

  @Test
  void interruptionOfTheCallerCancels() throws Exception {
    Hold hold = engine.hold(Call.CREATE_NETWORK, "a");
    Thread caller = Thread.currentThread();
    CompletableFuture<Void> interrupting =
        CompletableFuture.runAsync(
            () -> {
              awaitReached(hold);
              caller.interrupt();
            });
    RunResult result = run(1, Graphs.plan("a", "b after a"));
    assertThat(Thread.interrupted()).isTrue();
    interrupting.get(30, TimeUnit.SECONDS);
    assertThat(result.cancelled()).isTrue();
  }

  @Test
  void outcomesComeInTheOrderOfThePlan() {
    engine.fail(Call.CREATE_NETWORK, "a", "no address left");
    RunResult result = run(4, Graphs.plan("a", "b after a", "c"));
    assertThat(result.outcomes())
        .extracting(outcome -> outcome.step().id() + " " + outcome.status())
        .containsExactly("a FAILED", "b SKIPPED", "c DONE");
    assertThat(result.failures()).singleElement().extracting(StepOutcome::failure).isNotNull();
  }

  @Test
  void durationsAreThoseOfTheEnginesTime() {
    engine.delay(Call.CREATE_NETWORK, "a", Duration.ofHours(2));
    engine.delay(Call.CREATE_NETWORK, "b", Duration.ofHours(1));
    run(2, Graphs.plan("a", "b"));
    assertThat(events.lines())
        .containsExactly(
            "2 steps",
            "began a",
            "began b",
            "done b in PT1H",
            "done a in PT2H",
            "ended after PT2H: 2 done, 0 failed, 0 skipped");
  }

  @Test
  void failingListenerEndsTheRun() {
    assertThatThrownBy(
            () ->
                new PlanExecutor(1)
                    .run(
                        Graphs.plan("a"),
                        engine,
                        event -> {
                          throw new IllegalStateException("screen is gone");
                        },
                        cancellation))
        .hasMessage("screen is gone");
  }

  @Test
  void parallelismFollowsTheCores() {
    assertThat(PlanExecutor.parallelism(1)).isEqualTo(4);
    assertThat(PlanExecutor.parallelism(2)).isEqualTo(8);
    assertThat(PlanExecutor.parallelism(64)).isEqualTo(16);
    assertThatThrownBy(() -> new PlanExecutor(0)).isInstanceOf(IllegalArgumentException.class);
  }

  private RunResult run(int parallelism, Plan plan) {
    return new PlanExecutor(parallelism).run(plan, engine, events, cancellation);
  }

  private CompletableFuture<RunResult> start(int parallelism, Plan plan) {
    return CompletableFuture.supplyAsync(() -> run(parallelism, plan));
  }

  private void awaitLine(String line) throws Exception {
    // The next step's call is begun by the thread that has written the line before.
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (!events.lines().contains(line) && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(events.lines()).contains(line);
  }

  private static void awaitReached(Hold hold) {
    try {
      hold.awaitReached(DEADLINE);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
