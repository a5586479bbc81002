package org.jcompose.executor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jcompose.engine.ContainerEngine;
import org.jcompose.engine.EngineEvent;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.Subscription;
import org.jcompose.engine.Timekeeper;
import org.jcompose.executor.Workers.Lane;
import org.jspecify.annotations.Nullable;

/**
 * Waits for containers, without a thread and without polling: one stream of events for a run,
 * opened before its first step, tells when to look at a container again.
 *
 * <p>Only looks decide, since events tell changes and not states: whether a container that died
 * comes back, whether a health is that of its present run. An event that comes while a look is
 * under way brings another look after it, so none is lost between the two.
 */
final class Readiness {

  private final String project;
  private final ContainerEngine engine;
  private final Timekeeper.Mailbox<Runnable> mailbox;
  private final Workers workers;
  private final Map<String, List<Wait>> waits = new LinkedHashMap<>();
  private @Nullable Subscription events;
  private @Nullable EngineException broken;
  private int breaks;
  private boolean closed;

  Readiness(
      String project,
      ContainerEngine engine,
      Timekeeper.Mailbox<Runnable> mailbox,
      Workers workers) {
    this.project = project;
    this.engine = engine;
    this.mailbox = mailbox;
    this.workers = workers;
  }

  /** Opens the stream; called before the first step, and by a worker after a break. */
  Subscription subscribe() {
    Subscription opened = engine.events(project, event -> mailbox.post(() -> heard(event)));
    opened.ended().whenComplete((nothing, failure) -> mailbox.post(() -> ended(failure)));
    return opened;
  }

  void listen(Subscription opened) {
    events = opened;
    if (closed) {
      opened.close();
    }
  }

  void add(Wait wait) {
    waits.computeIfAbsent(wait.container(), name -> new ArrayList<>()).add(wait);
    if (broken == null) {
      wait.look();
    } else {
      wait.fail(broken);
    }
  }

  void remove(Wait wait) {
    List<Wait> same = waits.get(wait.container());
    if (same != null && same.remove(wait) && same.isEmpty()) {
      waits.remove(wait.container());
    }
  }

  /** Ends all waits. */
  void failAll(EngineException failure) {
    all().forEach(wait -> wait.fail(failure));
  }

  void close() {
    closed = true;
    if (events != null) {
      events.close();
    }
  }

  private void heard(EngineEvent event) {
    List.copyOf(waits.getOrDefault(event.containerName(), List.of()))
        .forEach(wait -> wait.heard(event));
  }

  private void ended(@Nullable Throwable failure) {
    if (closed) {
      return;
    }
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    String why = cause == null ? "their stream ended" : String.valueOf(cause.getMessage());
    breaks++;
    if (breaks == 1) {
      workers.submit(Lane.LOOK, () -> {}, this::resubscribe);
    } else {
      breakOff(new EngineException("the engine's events are no longer heard: " + why, null, cause));
    }
  }

  private Runnable resubscribe() {
    try {
      Subscription again = subscribe();
      return () -> {
        listen(again);
        all().forEach(Wait::look);
      };
    } catch (EngineException e) {
      return () -> breakOff(e);
    }
  }

  private void breakOff(EngineException failure) {
    broken = failure;
    failAll(failure);
  }

  private List<Wait> all() {
    return waits.values().stream().flatMap(List::stream).toList();
  }
}
