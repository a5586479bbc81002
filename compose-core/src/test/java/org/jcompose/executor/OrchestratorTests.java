package org.jcompose.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jcompose.executor.Stack.checked;
import static org.jcompose.executor.Stack.on;
import static org.jcompose.executor.Stack.service;

import java.time.Duration;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.ObserveRequest;
import org.jcompose.engine.memory.MemoryEngine;
import org.jcompose.engine.memory.MemoryOrchestrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OrchestratorTests {

  private final MemoryOrchestrator engine = new MemoryOrchestrator(MemoryEngine.create());
  private final Stack stack = new Stack(engine);

  @Test
  void servicesGoUpInOrderAndDownWithoutRemains() {
    stack
        .with(checked("db"), "sleep 5s", "healthy")
        .with(service("web").scale(2).dependsOn(on("db healthy")));
    assertThat(stack.upAndWait(Duration.ofMinutes(1)).isSuccess()).isTrue();
    assertThat(engine.observe(ObserveRequest.of("shop")).containers())
        .extracting(ContainerState::name)
        .containsExactly("shop_db.1", "shop_web.1", "shop_web.2");
    assertThat(stack.plan(true, null).isEmpty()).isTrue();
    assertThat(stack.down().isSuccess()).isTrue();
    assertThat(engine.observe(ObserveRequest.of("shop")).containers()).isEmpty();
  }

  @Test
  void waitThatFailsSkipsDependents() {
    stack
        .with(checked("db"), "sleep 5s", "unhealthy")
        .with(service("web").dependsOn(on("db healthy")));
    assertThat(stack.up().isSuccess()).isFalse();
    assertThat(stack.waits())
        .containsExactly(
            "began await service shop_db healthy",
            "failed await service shop_db healthy in PT5S: replica 'shop_db.1' is not HEALTHY",
            "skipped apply service shop_web: 'await service shop_db healthy' failed: replica"
                + " 'shop_db.1' is not HEALTHY");
  }

  @Test
  void waitEndsAtItsDeadline() {
    stack.with(checked("db"), "starting").with(service("web").dependsOn(on("db healthy")));
    assertThat(stack.upAndWait(Duration.ofMinutes(10)).isSuccess()).isFalse();
    assertThat(stack.waits())
        .contains(
            "failed await service shop_db healthy in PT10M: replica 'shop_db.1' is not HEALTHY");
  }
}
