package org.jcompose.engine.memory;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.Subscription;
import org.jspecify.annotations.Nullable;

/** Hands elements to one listener, one at a time and in order, on threads that it borrows. */
final class Feed<T> implements Subscription {

  private final Consumer<T> listener;
  private final Executor threads;
  private final @Nullable VirtualTime time;
  private final Queue<T> waiting = new ArrayDeque<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private boolean draining;
  private boolean finished;

  /** A feed; the time, if any, does not pass while elements are on their way. */
  Feed(Consumer<T> listener, Executor threads, @Nullable VirtualTime time) {
    this.listener = listener;
    this.threads = threads;
    this.time = time;
  }

  synchronized void offer(T element) {
    if (finished || ended.isDone()) {
      return;
    }
    waiting.add(element);
    if (time != null) {
      time.delivering();
    }
    if (!draining) {
      draining = true;
      threads.execute(this::drain);
    }
  }

  /** There are no more elements than those offered. */
  synchronized void finish() {
    finished = true;
    if (!draining) {
      ended.complete(null);
    }
  }

  void fail(EngineException failure) {
    ended.completeExceptionally(failure);
  }

  @Override
  public CompletionStage<Void> ended() {
    return ended.minimalCompletionStage();
  }

  @Override
  public void close() {
    ended.complete(null);
  }

  private void drain() {
    for (T element = next(); element != null; element = next()) {
      try {
        if (!ended.isDone()) {
          listener.accept(element);
        }
      } catch (RuntimeException e) {
        fail(new EngineException("a listener failed: " + e.getMessage(), null, e));
      } finally {
        if (time != null) {
          time.delivered();
        }
      }
    }
  }

  private synchronized @Nullable T next() {
    T element = waiting.poll();
    if (element == null) {
      draining = false;
      if (finished) {
        ended.complete(null);
      }
    }
    return element;
  }
}
