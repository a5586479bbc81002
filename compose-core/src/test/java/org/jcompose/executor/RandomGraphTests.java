package org.jcompose.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jcompose.engine.memory.Call;
import org.jcompose.engine.memory.MemoryEngine;
import org.jcompose.plan.Plan;
import org.jcompose.plan.PlannedStep;
import org.jcompose.progress.RunEvent;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class RandomGraphTests {

  private static final int STEPS = 60;
  private static final int PARALLELISM = 3;

  private final Set<String> begun = new HashSet<>();
  private final Set<String> done = new HashSet<>();
  private final Set<String> ended = new HashSet<>();

  static IntStream seeds() {
    return IntStream.range(0, 100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyStepRunsOnceAfterThoseItNeedsWithinTheBound(int seed) {
    Random random = new Random(seed);
    Plan plan = randomPlan(random);
    MemoryEngine engine = MemoryEngine.create();
    Set<String> failing = randomFailures(random, engine);
    RunResult result =
        new PlanExecutor(PARALLELISM)
            .run(plan, engine, event -> check(plan, event), new Cancellation());
    assertThat(ended).hasSize(STEPS);
    assertThat(engine.history()).doesNotHaveDuplicates().hasSize(begun.size());
    result.outcomes().forEach(outcome -> checkOutcome(outcome, failing));
  }

  private void check(Plan plan, RunEvent event) {
    if (event instanceof RunEvent.Began began) {
      PlannedStep step = find(plan, began.step().id());
      assertThat(begun.add(step.id())).isTrue();
      assertThat(done).containsAll(step.after());
      assertThat(ended).containsAll(step.afterEnd());
      assertThat(begun.size() - begun.stream().filter(ended::contains).count())
          .isLessThanOrEqualTo(PARALLELISM);
    } else if (event instanceof RunEvent.Done finished) {
      done.add(finished.step().id());
      assertThat(ended.add(finished.step().id())).isTrue();
    } else if (event instanceof RunEvent.Failed failed) {
      assertThat(ended.add(failed.step().id())).isTrue();
    } else if (event instanceof RunEvent.Skipped skipped) {
      assertThat(begun).doesNotContain(skipped.step().id());
      assertThat(ended.add(skipped.step().id())).isTrue();
    }
  }

  private void checkOutcome(StepOutcome outcome, Set<String> failing) {
    String id = outcome.step().id();
    StepOutcome.Status expected =
        !done.containsAll(outcome.step().after())
            ? StepOutcome.Status.SKIPPED
            : failing.contains(id) ? StepOutcome.Status.FAILED : StepOutcome.Status.DONE;
    assertThat(outcome.status()).as(id).isEqualTo(expected);
  }

  private static PlannedStep find(Plan plan, String id) {
    return plan.steps().stream().filter(step -> step.id().equals(id)).findFirst().orElseThrow();
  }

  private static Plan randomPlan(Random random) {
    List<PlannedStep> steps = new ArrayList<>();
    for (int i = 0; i < STEPS; i++) {
      Set<String> after = new HashSet<>();
      Set<String> afterEnd = new HashSet<>();
      for (int edges = random.nextInt(4); edges > 0 && i > 0; edges--) {
        (random.nextInt(5) == 0 ? afterEnd : after).add("s" + random.nextInt(i));
      }
      afterEnd.removeAll(after);
      steps.add(Graphs.step("s" + i, after, afterEnd));
    }
    return new Plan("test", steps, List.of(), List.of());
  }

  private static Set<String> randomFailures(Random random, MemoryEngine engine) {
    Set<String> failing = new HashSet<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String name = "s" + random.nextInt(STEPS);
      engine.fail(Call.CREATE_NETWORK, name, "told to fail");
      failing.add(name);
    }
    return failing;
  }
}
