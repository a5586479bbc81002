package org.jcompose.engine.docker.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Closes a connection when an exchange takes too long. */
final class Deadline {

  private final @Nullable Duration patience;
  private @Nullable Future<?> alarm;
  private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);

  private enum State {
    OPEN,
    OVER,
    PASSED
  }

  private Deadline(@Nullable Duration patience) {
    this.patience = patience;
  }

  /** A deadline that closes the connection after the given time; null: never. */
  static Deadline after(
      @Nullable Duration patience, Closeable connection, ScheduledExecutorService clock) {
    Deadline deadline = new Deadline(patience);
    if (patience != null) {
      deadline.alarm =
          clock.schedule(
              () -> deadline.pass(connection), patience.toMillis(), TimeUnit.MILLISECONDS);
    }
    return deadline;
  }

  /** Lets the connection be; false if it was closed already. */
  boolean cancel() {
    boolean inTime = state.compareAndSet(State.OPEN, State.OVER) || state.get() == State.OVER;
    if (alarm != null) {
      alarm.cancel(false);
    }
    return inTime;
  }

  /** The failure in the words of its cause. */
  IOException explain(IOException failure) {
    if (state.get() != State.PASSED || patience == null) {
      return failure;
    }
    SocketTimeoutException timeout =
        new SocketTimeoutException("no answer within " + patience.toSeconds() + " s");
    timeout.initCause(failure);
    return timeout;
  }

  private Void pass(Closeable connection) throws IOException {
    if (state.compareAndSet(State.OPEN, State.PASSED)) {
      connection.close();
    }
    return null;
  }
}
