package org.jcompose.engine.memory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.Timekeeper;
import org.jspecify.annotations.Nullable;

/** What tests ordered to happen at single calls, and a list of the calls there were. */
final class Orders {

  private final Timekeeper time;
  private final Map<String, Hold> holds = new ConcurrentHashMap<>();
  private final Map<String, String> failures = new ConcurrentHashMap<>();
  private final Map<String, Duration> delays = new ConcurrentHashMap<>();
  private final List<String> history = new ArrayList<>();

  Orders(Timekeeper time) {
    this.time = time;
  }

  Hold hold(Call call, String subject) {
    Hold hold = new Hold(key(call, subject));
    holds.put(key(call, subject), hold);
    return hold;
  }

  void fail(Call call, String subject, String message) {
    failures.put(key(call, subject), message);
  }

  void delay(Call call, String subject, Duration duration) {
    delays.put(key(call, subject), duration);
  }

  List<String> history() {
    synchronized (history) {
      return List.copyOf(history);
    }
  }

  /** What a call does before what it is for. */
  void before(Call call, String subject, @Nullable Script script) {
    String key = key(call, subject);
    synchronized (history) {
      history.add(key);
    }
    try {
      Hold hold = holds.get(key);
      if (hold != null) {
        hold.pass();
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    Duration delay = first(delays.get(key), script == null ? null : script.delay().get(call));
    if (delay != null) {
      sleepUnlessInterrupted(delay);
    }
    String failure = first(failures.get(key), script == null ? null : script.fail().get(call));
    if (failure != null) {
      throw new EngineException(failure);
    }
  }

  /** Lets time pass. */
  void sleepUnlessInterrupted(Duration delay) {
    CompletableFuture<Void> over = new CompletableFuture<>();
    time.after(delay, () -> over.complete(null));
    try {
      time.block(over);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static EngineException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new EngineException("interrupted", null, e);
  }

  private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
    return one == null ? other : one;
  }

  private static String key(Call call, String subject) {
    return call.words() + " " + subject;
  }
}
