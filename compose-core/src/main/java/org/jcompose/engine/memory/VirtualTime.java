package org.jcompose.engine.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jcompose.engine.Timekeeper;
import org.jspecify.annotations.Nullable;

/**
 * A time that passes only when nothing else can happen, and then in jumps: hours of waiting take a
 * test milliseconds, and take them in the same order every time.
 *
 * <p>It jumps to the next thing due when the thread that keeps a run's books waits for a message,
 * none is on its way, and all threads at work for it are blocked by this time. A call that a test
 * holds back is at work, so time stands still meanwhile. A test without a run lets it pass by
 * {@link #advance}.
 */
public final class VirtualTime implements Timekeeper {

  /** When every virtual time begins. */
  public static final Instant START = Instant.parse("2000-01-01T00:00:00Z");

  private final PriorityQueue<Due> timeline =
      new PriorityQueue<>(Comparator.comparing(Due::time).thenComparingLong(Due::order));
  private Instant now = START;
  private long orders;
  private int asleep;
  private int deliveries;

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized Alarm after(Duration delay, Runnable task) {
    AtomicBoolean off = new AtomicBoolean();
    timeline.add(new Due(now.plus(delay), orders++, task, off));
    notifyAll();
    return () -> off.set(true);
  }

  /** Lets time pass: all that is due meanwhile happens, in its order, on the calling thread. */
  public void advance(Duration duration) {
    Instant until = now().plus(duration);
    for (Due due = next(until); due != null; due = next(until)) {
      due.happen();
    }
  }

  @Override
  public void block(CompletableFuture<?> future) throws InterruptedException {
    AtomicBoolean awake = new AtomicBoolean();
    // Whoever wakes this thread counts it as awake before it goes on itself, so that no time passes
    // between the two; so it must be known who is woken before this thread counts as asleep.
    CompletableFuture<Boolean> woken =
        future.handle((value, failure) -> awake.compareAndSet(false, true) && wake());
    sleeping(1);
    try {
      woken.get();
    } catch (ExecutionException e) {
      throw new AssertionError("a handled future cannot fail", e);
    } finally {
      if (awake.compareAndSet(false, true)) {
        wake();
      }
    }
  }

  @Override
  public <T> Mailbox<T> mailbox() {
    return new Box<>();
  }

  /** Something is on its way to a listener. */
  synchronized void delivering() {
    deliveries++;
  }

  /** It has arrived. */
  synchronized void delivered() {
    deliveries--;
    notifyAll();
  }

  private boolean wake() {
    sleeping(-1);
    return true;
  }

  private synchronized void sleeping(int change) {
    asleep += change;
    notifyAll();
  }

  private synchronized @Nullable Due next(Instant until) {
    Due due = timeline.peek();
    if (due == null || due.time().isAfter(until)) {
      now = until;
      return null;
    }
    return poll();
  }

  private @Nullable Due poll() {
    Due due = timeline.poll();
    while (due != null && due.off().get()) {
      due = timeline.poll();
    }
    if (due != null) {
      now = due.time();
    }
    return due;
  }

  private record Due(Instant time, long order, Runnable task, AtomicBoolean off) {
    void happen() {
      if (!off.get()) {
        task.run();
      }
    }
  }

  private final class Box<T> implements Mailbox<T> {
    private final Queue<T> messages = new ArrayDeque<>();

    @Override
    public void post(T message) {
      synchronized (VirtualTime.this) {
        messages.add(message);
        VirtualTime.this.notifyAll();
      }
    }

    @Override
    public T take(int busy) throws InterruptedException {
      while (true) {
        Due due;
        synchronized (VirtualTime.this) {
          due = dueWhileNothingElse(busy);
          if (due == null) {
            return messages.remove();
          }
        }
        due.happen();
      }
    }

    /** Null: there is a message. */
    private @Nullable Due dueWhileNothingElse(int busy) throws InterruptedException {
      while (messages.isEmpty()) {
        Due due = asleep == busy && deliveries == 0 ? poll() : null;
        if (due != null) {
          return due;
        }
        VirtualTime.this.wait();
      }
      return null;
    }
  }
}
