package org.jcompose.executor;

import java.time.Duration;
import org.jcompose.engine.ContainerEngine;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.EngineEvent;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.NotFoundException;
import org.jcompose.engine.Timekeeper;
import org.jcompose.executor.ContainerFailedException.Failing;
import org.jcompose.executor.Workers.Lane;
import org.jcompose.plan.Step;
import org.jspecify.annotations.Nullable;

/** One wait for one container; only the thread that keeps the books touches it. */
final class Wait {

  private final Step.AwaitContainer step;
  private final ContainerEngine engine;
  private final Workers workers;
  private final Ending ending;
  private Timekeeper.@Nullable Alarm deadline;
  private boolean looking;
  private boolean lookAgain;
  private boolean startHeard;
  private boolean down;
  private boolean closed;

  /** Told how the wait ends, once. */
  interface Ending {
    void holds(Wait wait, String says);

    void failed(Wait wait, EngineException failure);
  }

  Wait(Step.AwaitContainer step, ContainerEngine engine, Workers workers, Ending ending) {
    this.step = step;
    this.engine = engine;
    this.workers = workers;
    this.ending = ending;
  }

  String container() {
    return step.target().name();
  }

  void setDeadline(Timekeeper time, Timekeeper.Mailbox<Runnable> mailbox) {
    Duration timeout = step.timeout();
    if (timeout != null && !closed) {
      deadline = time.after(timeout, () -> mailbox.post(() -> late(timeout)));
    }
  }

  void heard(EngineEvent event) {
    switch (event.kind()) {
      case CREATED -> {}
      case STARTED -> {
        // The start that was waited after is known; those that follow a death are news.
        startHeard = true;
        if (down && !looking) {
          look();
        }
      }
      default -> look();
    }
  }

  void look() {
    if (closed) {
      return;
    }
    if (looking) {
      lookAgain = true;
      return;
    }
    looking = true;
    lookAgain = false;
    startHeard = false;
    workers.submit(Lane.LOOK, () -> {}, this::inspect);
  }

  void fail(EngineException failure) {
    if (close()) {
      ending.failed(this, failure);
    }
  }

  private Runnable inspect() {
    try {
      ContainerState state = engine.inspect(container());
      return () -> seen(state);
    } catch (NotFoundException e) {
      return () -> giveUp("is not there any more", null);
    } catch (EngineException e) {
      return () -> fail(e);
    }
  }

  private void seen(ContainerState state) {
    looking = false;
    if (closed) {
      return;
    }
    Verdict verdict = Verdict.of(step.condition(), state);
    switch (verdict.kind()) {
      case HOLDS -> {
        if (close()) {
          ending.holds(this, verdict.says());
        }
      }
      case FAILED -> giveUp(verdict.says(), verdict.fix());
      case UNDECIDED -> {
        down = !state.isRunning();
        if (lookAgain || (down && startHeard)) {
          look();
        }
      }
    }
  }

  private void late(Duration timeout) {
    giveUp("is not " + Work.word(step.condition()) + " after " + words(timeout), null);
  }

  private static String words(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + "s"
        : duration.toMillis() + "ms";
  }

  /** Fails with the container's last words, which a worker has to fetch. */
  private void giveUp(String what, @Nullable String fix) {
    if (!close()) {
      return;
    }
    Failing failing = new Failing(step.target().service(), container(), what, fix);
    LastWords lastWords = new LastWords(engine);
    workers.submit(
        Lane.LOOK,
        () -> {},
        () -> {
          EngineException failure = lastWords.of(failing);
          return () -> ending.failed(this, failure);
        });
  }

  private boolean close() {
    boolean open = !closed;
    closed = true;
    if (deadline != null) {
      deadline.close();
    }
    return open;
  }
}
