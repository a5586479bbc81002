package org.jcompose;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jcompose.engine.Engine;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.LogLine;
import org.jcompose.engine.LogRequest;
import org.jcompose.engine.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The log of one container, followed over all of its runs. What is asked of it is done in order:
 * the lines of a run are read to their end before its end is told and before the next run's lines.
 */
final class LogTail {

  private final Engine engine;
  private final String id;
  private final String name;
  private final @Nullable Instant until;
  private final Consumer<Consumer<LogListener>> told;
  private final LogCursor cursor = new LogCursor();
  private CompletableFuture<?> read = CompletableFuture.completedFuture(null);
  private @Nullable Subscription lines;
  private boolean closed;

  /**
   * The log of a container that is called by the given name.
   *
   * @param told what has something told to the listener
   */
  LogTail(
      Engine engine,
      String id,
      String name,
      @Nullable Instant until,
      Consumer<Consumer<LogListener>> told) {
    this.engine = engine;
    this.id = id;
    this.name = name;
    this.until = until;
    this.told = told;
  }

  String name() {
    return name;
  }

  LogCursor cursor() {
    return cursor;
  }

  /** Reads on, with at most so many of the past lines that were not read yet; -1: all. */
  synchronized void follow(int tail) {
    read = read.thenCompose(done -> opened(tail));
  }

  /** Tells that the container ended at the given moment. */
  synchronized void end(Instant at, @Nullable Integer exitCode) {
    read =
        read.thenRun(
            () -> {
              cursor.skipTo(at);
              told.accept(listener -> listener.ended(name, exitCode));
            });
  }

  /** Completes when all that was asked for was done. */
  synchronized CompletableFuture<?> read() {
    return read;
  }

  void close() {
    Subscription open;
    synchronized (this) {
      closed = true;
      open = lines;
    }
    if (open != null) {
      open.close();
    }
  }

  // Without the lock: the listener is told from here, and events come in with the locks reversed.
  private CompletionStage<?> opened(int tail) {
    try {
      LogRequest request = new LogRequest(true, tail, cursor.resume(), until);
      Subscription opened = engine.logs(id, request, this::arrived);
      keep(opened);
      return opened.ended().handle((none, failure) -> ended(failure));
    } catch (EngineException e) {
      told.accept(listener -> listener.broke(name, e));
      return CompletableFuture.completedFuture(null);
    }
  }

  private void keep(Subscription opened) {
    boolean late;
    synchronized (this) {
      lines = opened;
      late = closed;
    }
    if (late) {
      opened.close();
    }
  }

  private void arrived(LogLine line) {
    if (cursor.read(line)) {
      told.accept(listener -> listener.line(name, line));
    }
  }

  private boolean ended(@Nullable Throwable failure) {
    if (failure != null) {
      told.accept(listener -> listener.broke(name, LogHistory.reason(failure)));
    }
    return failure == null;
  }
}
