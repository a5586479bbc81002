package org.jcompose;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.Engine;
import org.jcompose.engine.EngineEvent;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.ObserveRequest;
import org.jcompose.engine.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Follows the logs of a project's containers, those included that are created or started later.
 *
 * <p>The engine's events start and end the containers' tails. Events that come while the past is
 * still being read wait until that is done, so that no line is read twice.
 */
public final class LogFollowing implements AutoCloseable {

  private final Engine engine;
  private final String project;
  private final LogOptions options;
  private final LogListener listener;
  private final LogHistory history;
  private final Map<String, LogTail> tails = new LinkedHashMap<>();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private final List<EngineEvent> early = new ArrayList<>();
  private final Set<String> started = new HashSet<>();
  private final Set<String> expected = new HashSet<>();
  private boolean caughtUp;
  private CompletableFuture<Void> change = new CompletableFuture<>();
  private @Nullable Subscription events;
  private volatile @Nullable EngineException lost;

  LogFollowing(Engine engine, String project, LogOptions options, LogListener listener) {
    this.engine = engine;
    this.project = project;
    this.options = options;
    this.listener = listener;
    this.history = new LogHistory(listener);
  }

  /** A container's name without its project's. */
  static String shortName(String project, String name) {
    return name.startsWith(project + "-") || name.startsWith(project + "_")
        ? name.substring(project.length() + 1)
        : name;
  }

  /** Reads the past that is asked for, then follows. */
  void start() throws InterruptedException {
    Subscription heard = engine.events(project, this::heard);
    events = heard;
    heard.ended().whenComplete((none, failure) -> lost(failure));
    List<ContainerState> containers = containers();
    containers.forEach(this::expect);
    if (options.tail() == 0) {
      containers.stream().filter(container -> !isLive(container)).forEach(this::skipPast);
    } else {
      readPast(containers);
    }
    containers.stream()
        .filter(LogFollowing::isLive)
        .forEach(live -> tailOf(live.id(), live.name()).follow(options.tail() == 0 ? 0 : -1));
    catchUp();
  }

  /**
   * Says that containers have been started since this began. Their events may still be on their
   * way: this does not end before it has heard of them.
   *
   * @param containers their names at the engine
   */
  public synchronized void expectStarted(Collection<String> containers) {
    expected.addAll(containers);
    expected.removeAll(started);
  }

  /**
   * Returns when no container of those followed runs any more and the last line was handed on, or
   * when this was closed.
   *
   * @throws EngineException if the engine was lost, or the thread interrupted
   */
  public void awaitEnd() {
    awaitEnd(closed);
  }

  /**
   * Like the other one, and returns also when the given stage completes.
   *
   * @throws EngineException if the engine was lost, or the thread interrupted
   */
  public void awaitEnd(CompletionStage<?> orUntil) {
    CompletableFuture<?> until = CompletableFuture.anyOf(closed, orUntil.toCompletableFuture());
    try {
      while (!until.isDone()) {
        CompletableFuture<Void> next = nextChange();
        CompletableFuture<?> awaited = isAnyRunning() ? next : allRead();
        engine.timekeeper().block(CompletableFuture.anyOf(until, awaited));
        if (awaited != next) {
          return;
        }
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    EngineException reason = lost;
    if (reason != null) {
      throw reason;
    }
  }

  static EngineException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new EngineException("interrupted while reading logs", null, e);
  }

  /** Ends this; may be called by any thread, the listener's included, and more than once. */
  @Override
  public void close() {
    closed.complete(null);
    history.close();
    List<LogTail> open;
    Subscription heard;
    synchronized (this) {
      open = List.copyOf(tails.values());
      heard = events;
    }
    open.forEach(LogTail::close);
    if (heard != null) {
      heard.close();
    }
  }

  private void lost(@Nullable Throwable failure) {
    lost = failure == null ? null : LogHistory.reason(failure);
    closed.complete(null);
  }

  private void readPast(List<ContainerState> containers) throws InterruptedException {
    List<LogHistory.Source> sources = new ArrayList<>();
    for (ContainerState container : containers) {
      LogTail tail = tailOf(container.id(), container.name());
      tail.cursor().skipTo(options.since());
      sources.add(new LogHistory.Source(container.id(), tail.name(), tail.cursor()));
    }
    history.read(engine, sources, options.past());
  }

  private void skipPast(ContainerState container) {
    LogCursor cursor = tailOf(container.id(), container.name()).cursor();
    new Inspection(engine)
        .inFull(container)
        .ifPresent(inspected -> cursor.skipPast(inspected.finishedAt()));
  }

  private void expect(ContainerState container) {
    LogTail tail = tailOf(container.id(), container.name());
    tell(to -> to.began(tail.name()));
  }

  private synchronized void heard(EngineEvent event) {
    if (caughtUp) {
      handle(event);
    } else {
      early.add(event);
    }
  }

  private synchronized void catchUp() {
    caughtUp = true;
    early.forEach(this::handle);
    early.clear();
  }

  private void handle(EngineEvent event) {
    if (closed.isDone() || !options.wants(event.service())) {
      return;
    }
    LogTail tail = tailOf(event.containerId(), event.containerName());
    switch (event.kind()) {
      case CREATED -> tell(to -> to.began(tail.name()));
      case STARTED -> {
        tail.follow(-1);
        started.add(event.containerName());
        expected.remove(event.containerName());
        signal();
      }
      case DIED -> {
        tail.end(event.time(), event.exitCode());
        signal();
      }
      case REMOVED -> {
        tail.remove();
        signal();
      }
      case SETTLED, HEALTH, OUT_OF_MEMORY, PAUSED, UNPAUSED, RENAMED -> {}
    }
  }

  private synchronized void tell(Consumer<LogListener> message) {
    if (!closed.isDone()) {
      message.accept(listener);
    }
  }

  private synchronized LogTail tailOf(String id, String name) {
    return tails.computeIfAbsent(
        id,
        unused -> new LogTail(engine, id, shortName(project, name), options.until(), this::tell));
  }

  private synchronized CompletableFuture<Void> nextChange() {
    change = new CompletableFuture<>();
    return change;
  }

  private synchronized void signal() {
    change.complete(null);
  }

  private synchronized CompletableFuture<Void> allRead() {
    return CompletableFuture.allOf(
        tails.values().stream().map(LogTail::read).toArray(CompletableFuture<?>[]::new));
  }

  // An end that can be seen at the engine may not have been told yet.
  private boolean isAnyRunning() {
    return containers().stream().anyMatch(LogFollowing::isLive) || isAnyTailRunning();
  }

  private synchronized boolean isAnyTailRunning() {
    return !expected.isEmpty() || tails.values().stream().anyMatch(LogTail::isRunning);
  }

  private List<ContainerState> containers() {
    return engine.observe(ObserveRequest.of(project)).containers().stream()
        .filter(container -> options.wants(container.service()))
        .toList();
  }

  private static boolean isLive(ContainerState container) {
    return switch (container.status()) {
      case RUNNING, PAUSED, RESTARTING -> true;
      case CREATED, REMOVING, EXITED, DEAD -> false;
    };
  }
}
