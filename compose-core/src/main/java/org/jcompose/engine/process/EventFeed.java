package org.jcompose.engine.process;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jcompose.engine.ContainerState.Health;
import org.jcompose.engine.EngineEvent;
import org.jcompose.engine.EngineEvent.Kind;
import org.jspecify.annotations.Nullable;

/** Tells events to all who listen; used on the books' thread alone. */
final class EventFeed {

  private final List<Consumer<EngineEvent>> listeners = new ArrayList<>();
  private final Clock clock;

  EventFeed(Clock clock) {
    this.clock = clock;
  }

  void add(Consumer<EngineEvent> listener) {
    listeners.add(listener);
  }

  void remove(Consumer<EngineEvent> listener) {
    listeners.remove(listener);
  }

  void tell(Kind kind, ContainerRecord container) {
    tell(kind, container, null, null);
  }

  void tellDied(ContainerRecord container, @Nullable Integer exitCode) {
    tell(Kind.DIED, container, exitCode, null);
  }

  void tellHealth(ContainerRecord container, Health health) {
    tell(Kind.HEALTH, container, null, health);
  }

  private void tell(
      Kind kind, ContainerRecord container, @Nullable Integer exitCode, @Nullable Health health) {
    EngineEvent event =
        new EngineEvent(
            clock.instant(),
            kind,
            container.id(),
            container.name(),
            container.state().service(),
            exitCode,
            health);
    listeners.forEach(listener -> listener.accept(event));
  }
}
