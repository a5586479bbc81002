package org.jcompose.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

final class SystemTime implements Timekeeper {

  static final Timekeeper INSTANCE = new SystemTime();

  // The system's clock may be set back while we run; the time since a start is not.
  private final Instant start = Instant.now();
  private final long startNanos = System.nanoTime();

  @Override
  public Instant now() {
    return start.plusNanos(System.nanoTime() - startNanos);
  }

  @Override
  public Alarm after(Duration delay, Runnable task) {
    CompletableFuture<Void> due = new CompletableFuture<>();
    CompletableFuture<Void> done = due.thenRun(task);
    CompletableFuture<Void> timed =
        due.completeOnTimeout(null, delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> {
      done.cancel(false);
      // This also takes the delay out of the timer's queue.
      timed.cancel(false);
    };
  }

  @Override
  public void block(CompletableFuture<?> future) throws InterruptedException {
    awaitEnd(future);
  }

  static void awaitEnd(CompletableFuture<?> future) throws InterruptedException {
    try {
      future.handle((value, failure) -> true).get();
    } catch (ExecutionException | CancellationException e) {
      throw new AssertionError("a handled future cannot fail", e);
    }
  }

  @Override
  public <T> Mailbox<T> mailbox() {
    return new Queue<>();
  }

  private static final class Queue<T> implements Mailbox<T> {
    private final BlockingQueue<T> messages = new LinkedBlockingQueue<>();

    @Override
    public void post(T message) {
      messages.add(message);
    }

    @Override
    public T take(int busy) throws InterruptedException {
      return messages.take();
    }
  }
}
