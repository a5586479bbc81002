package org.jcompose.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Keeps what a stream reported and lets a test wait for more of it. */
public final class Recorder<T> {

  /** How long a test waits for what must come: only a failing test waits so long. */
  public static final Duration DEADLINE = Duration.ofSeconds(60);

  private final List<T> heard = new ArrayList<>();

  public synchronized void add(T element) {
    heard.add(element);
    notifyAll();
  }

  public synchronized List<T> all() {
    return List.copyOf(heard);
  }

  /** Returns what was reported once it is as expected. */
  public synchronized List<T> await(String expected, Predicate<List<T>> condition) {
    long end = System.nanoTime() + DEADLINE.toNanos();
    try {
      while (!condition.test(heard)) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          throw new AssertionError("waited in vain for " + expected + "; so far: " + heard);
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while waiting for " + expected, e);
    }
    return List.copyOf(heard);
  }

  /** Returns what was reported once some of it is as expected. */
  public List<T> awaitAny(String expected, Predicate<T> condition) {
    return await(expected, all -> all.stream().anyMatch(condition));
  }
}
