package org.jcompose.engine.memory;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A call that a test keeps from happening until it lets it go. */
public final class Hold {

  private final String call;
  private final CompletableFuture<Void> reached = new CompletableFuture<>();
  private final CompletableFuture<Void> released = new CompletableFuture<>();

  Hold(String call) {
    this.call = call;
  }

  /**
   * Returns when the call has begun and is held.
   *
   * @throws IllegalStateException if it does not begin in time
   */
  public void awaitReached(Duration deadline) throws InterruptedException {
    try {
      reached.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("'" + call + "' was not reached within " + deadline, e);
    }
  }

  /** Whether the call has begun. */
  public boolean isReached() {
    return reached.isDone();
  }

  /** Lets the call happen, now or when its turn comes. */
  public void release() {
    released.complete(null);
  }

  void pass() throws InterruptedException {
    reached.complete(null);
    try {
      released.get();
    } catch (ExecutionException e) {
      throw new AssertionError("never completed so", e);
    }
  }
}
