package org.jcompose.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.engine.memory.Call;
import org.jcompose.engine.memory.Hold;
import org.jcompose.engine.memory.MemoryEngine;
import org.jcompose.model.Service;
import org.jcompose.plan.Plan;
import org.jcompose.plan.PlannedStep;
import org.jcompose.plan.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LaneTests {

  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final MemoryEngine engine = MemoryEngine.create();
  private final EventText events = new EventText();
  private final List<PlannedStep> steps = new ArrayList<>();

  @Test
  void startsOfPortRangesDoNotOverlap() throws Exception {
    start("a", true);
    start("b", true);
    start("c", false);
    Hold a = engine.hold(Call.START_CONTAINER, "a");
    Hold b = engine.hold(Call.START_CONTAINER, "b");
    Hold c = engine.hold(Call.START_CONTAINER, "c");
    CompletableFuture<RunResult> running = CompletableFuture.supplyAsync(() -> run(4));
    a.awaitReached(DEADLINE);
    c.awaitReached(DEADLINE);
    assertThat(events.lines()).containsExactly("3 steps", "began a", "began c");
    a.release();
    b.awaitReached(DEADLINE);
    b.release();
    c.release();
    assertThat(running.get(30, TimeUnit.SECONDS).isSuccess()).isTrue();
  }

  @Test
  void gracefulStopsTakeAsLongAsTheLongestNotAsTheirSum() {
    for (String name : List.of("a", "b", "c", "d")) {
      create(name);
      engine.startContainer(name);
      Step stop = new Step.StopContainer(new Step.Target(name, name), null);
      steps.add(new PlannedStep(name, stop, "a test", Set.of()));
    }
    assertThat(run(1).took()).isEqualTo(Duration.ofSeconds(10));
  }

  private void start(String name, boolean alone) {
    create(name);
    Step start = new Step.StartContainer(new Step.Target(name, name), alone);
    steps.add(new PlannedStep(name, start, "a test", Set.of()));
  }

  private void create(String name) {
    Map<String, Object> stubborn = Map.of("x-memory", Map.of("script", List.of("ignore-term")));
    Service service = Service.builder(name).extensions(stubborn).build();
    engine.createContainer(
        new ContainerSpec("test", service, 1, name, Map.of(), Map.of(), List.of()));
  }

  private RunResult run(int parallelism) {
    Plan plan = new Plan("test", steps, List.of(), List.of());
    return new PlanExecutor(parallelism).run(plan, engine, events, new Cancellation());
  }
}
