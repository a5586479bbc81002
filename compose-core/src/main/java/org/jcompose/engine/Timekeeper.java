package org.jcompose.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * The time that an engine lives by: the system's, or one that a test lets pass. Whoever sets a
 * deadline for something at an engine, or waits for it, does so by that engine's time. May be used
 * from any thread.
 */
public interface Timekeeper {

  /** What time it is; never goes back. */
  Instant now();

  /**
   * Runs a task once, when the delay has passed.
   *
   * @param task must not block
   * @return closes to call it off
   */
  Alarm after(Duration delay, Runnable task);

  /** Blocks the calling thread until the future completes, however it does. */
  void block(CompletableFuture<?> future) throws InterruptedException;

  /** A new place to put messages for one thread that keeps books. */
  <T> Mailbox<T> mailbox();

  /** The system's time. */
  static Timekeeper system() {
    return SystemTime.INSTANCE;
  }

  /** Something that will happen. */
  @FunctionalInterface
  interface Alarm extends AutoCloseable {
    /** Calls it off, if it has not happened yet. */
    @Override
    void close();
  }

  /** Messages from any threads to one. */
  interface Mailbox<T> {

    void post(T message);

    /**
     * Takes the oldest message and waits for one if there is none.
     *
     * @param busy how many threads are at work and will post when they are done; a time that is let
     *     pass in tests passes when all of them are blocked by it
     */
    T take(int busy) throws InterruptedException;
  }
}
