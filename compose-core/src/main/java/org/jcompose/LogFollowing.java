package org.jcompose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private boolean caughtUp;
  private CompletableFuture<Void> change = new CompletableFuture<>();
  private @Nullable Subscription events;

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
    events = engine.events(project, this::heard);
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
   * Returns when no container of those followed runs any more and the last line was handed on, or
   * when this was closed.
   *
   * @throws EngineException if the thread was interrupted
   */
  public void awaitEnd() {
    awaitEnd(closed);
  }

  /**
   * Like the other one, and returns also when the given stage completes.
   *
   * @throws EngineException if the thread was interrupted
   */
  public void awaitEnd(CompletionStage<?> orUntil) {
    CompletableFuture<?> until = CompletableFuture.anyOf(closed, orUntil.toCompletableFuture());
    try {
      while (!until.isDone()) {
        CompletableFuture<Void> next = nextChange();
        CompletableFuture<?> awaited =
            containers().stream().anyMatch(LogFollowing::isLive) ? next : allRead();
        engine.timekeeper().block(CompletableFuture.anyOf(until, awaited));
        if (awaited != next) {
          return;
        }
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
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
    tailOf(container.id(), container.name()).cursor().skipTo(container.finishedAt());
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
      case STARTED -> tail.follow(-1);
      case DIED -> {
        tail.end(event.time(), event.exitCode());
        signal();
      }
      case REMOVED -> signal();
      case HEALTH, OUT_OF_MEMORY, PAUSED, UNPAUSED, RENAMED -> {}
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
