package org.jcompose.executor;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jcompose.engine.Timekeeper.Mailbox;

/**
 * Threads that do what blocks. They share nothing: what comes of a job is posted to the thread that
 * keeps the books, the only one to call the methods here.
 */
final class Workers {

  /** Stops mostly wait for programs to end; this many at once are still no load for an engine. */
  private static final int STOPS = 64;

  private final int parallelism;
  private final Mailbox<Runnable> mailbox;
  private final ExecutorService threads = Executors.newCachedThreadPool(Workers::thread);
  private final Map<Lane, Queue<Job>> queues = new EnumMap<>(Lane.class);
  private final Map<Lane, Integer> running = new EnumMap<>(Lane.class);
  private int busy;
  private boolean stopped;

  /** Jobs of one kind, which wait for one another. */
  enum Lane {
    /** Work that must not overlap with its like; before other work, lest it never has room. */
    ALONE,
    /** What makes the engine work. */
    WORK,
    /** Graceful stops. */
    STOP,
    /** Looks at containers, short. */
    LOOK,
    /** Calls that only wait. */
    WAIT
  }

  /**
   * A job.
   *
   * @param begun run by the bookkeeper when its turn comes
   * @param work run by a worker; gives what the bookkeeper runs then
   */
  private record Job(Runnable begun, Supplier<Runnable> work) {}

  Workers(int parallelism, Mailbox<Runnable> mailbox) {
    this.parallelism = parallelism;
    this.mailbox = mailbox;
    for (Lane lane : Lane.values()) {
      queues.put(lane, new ArrayDeque<>());
      running.put(lane, 0);
    }
  }

  /** How many jobs are under way. */
  int busy() {
    return busy;
  }

  boolean isStopped() {
    return stopped;
  }

  void submit(Lane lane, Runnable begun, Supplier<Runnable> work) {
    if (!stopped) {
      queue(lane).add(new Job(begun, work));
      dispatch();
    }
  }

  /** Interrupts what is under way and forgets what is not. */
  void stop() {
    stopped = true;
    queues.values().forEach(Queue::clear);
    threads.shutdownNow();
  }

  private void dispatch() {
    for (Lane lane : Lane.values()) {
      while (!queue(lane).isEmpty() && hasRoom(lane)) {
        begin(lane, queue(lane).remove());
      }
    }
  }

  private void begin(Lane lane, Job job) {
    busy++;
    running.merge(lane, 1, Integer::sum);
    job.begun().run();
    threads.execute(() -> mailbox.post(result(lane, job)));
  }

  private Runnable result(Lane lane, Job job) {
    Runnable result = attempt(job);
    return () -> {
      busy--;
      running.merge(lane, -1, Integer::sum);
      result.run();
      dispatch();
    };
  }

  /** What a worker could not foresee is thrown where the run can end by it. */
  private static Runnable attempt(Job job) {
    try {
      return job.work().get();
    } catch (RuntimeException | Error e) {
      return () -> {
        throw new IllegalStateException("a worker failed unforeseen", e);
      };
    }
  }

  private boolean hasRoom(Lane lane) {
    int works = count(Lane.WORK) + count(Lane.ALONE);
    return switch (lane) {
      case WORK -> works < parallelism;
      case ALONE -> works < parallelism && count(Lane.ALONE) == 0;
      case STOP -> count(Lane.STOP) < Math.max(parallelism, STOPS);
      case LOOK -> count(Lane.LOOK) < parallelism;
      case WAIT -> true;
    };
  }

  private int count(Lane lane) {
    return running.getOrDefault(lane, 0);
  }

  private Queue<Job> queue(Lane lane) {
    return queues.computeIfAbsent(lane, any -> new ArrayDeque<>());
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "jcompose-worker");
    thread.setDaemon(true);
    return thread;
  }
}
