package org.jcompose.engine.process;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jcompose.engine.EngineException;

/**
 * The one thread on which a supervisor's state is read and changed, so that nothing there needs a
 * lock; and its timers. Nothing that waits for a process may run on it.
 */
final class Books {

  private final ScheduledThreadPoolExecutor thread;

  Books(String name) {
    thread =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread made = new Thread(work, name);
              made.setDaemon(true);
              return made;
            });
    thread.setRemoveOnCancelPolicy(true);
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Something to be done later, unless it is cancelled before. */
  interface Timer {
    void cancel();
  }

  /** Does it and returns its result; what it throws of {@link EngineException} is thrown here. */
  <T> T ask(Callable<T> work) throws InterruptedException {
    try {
      return thread.submit(work).get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof EngineException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Does it soon; not at all once closed. */
  void tell(Runnable work) {
    try {
      thread.execute(() -> guarded(work));
    } catch (RejectedExecutionException e) {
      assert thread.isShutdown() : e;
    }
  }

  Timer after(Duration delay, Runnable work) {
    Future<?> timer = thread.schedule(() -> guarded(work), delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> timer.cancel(false);
  }

  /** A stage's end, told on this thread. */
  <T> void when(CompletionStage<T> stage, Runnable work) {
    stage.whenComplete((result, failure) -> tell(work));
  }

  void close() {
    thread.shutdown();
  }

  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      report(e);
    }
  }

  /** Tells of a failure that nobody waits to hear of, where the program shows such ones. */
  static void report(Throwable failure) {
    Thread current = Thread.currentThread();
    current.getUncaughtExceptionHandler().uncaughtException(current, failure);
  }
}
