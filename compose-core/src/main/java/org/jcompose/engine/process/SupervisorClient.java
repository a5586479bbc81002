package org.jcompose.engine.process;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Objects;
import java.util.Optional;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.Subscription;
import org.jspecify.annotations.Nullable;

/** The way to one project's supervisor; it starts one where it is needed. */
final class SupervisorClient implements AutoCloseable {

  private static final int ATTEMPTS = 3;

  private final ProjectFolder project;
  private final Launcher launcher;
  private @Nullable LineChannel held;
  private ProjectFolder.@Nullable Address heldAt;

  SupervisorClient(ProjectFolder project, Launcher launcher) {
    this.project = project;
    this.launcher = launcher;
  }

  ProjectFolder project() {
    return project;
  }

  /** Has it done by the supervisor, which is started if there is none. */
  void call(Request.Call request) {
    attempt(
        () -> {
          hold();
          try (LineChannel channel = connect()) {
            return ask(channel, request).as(Object.class);
          }
        });
  }

  /** Asks the supervisor if there is one. */
  <T> Optional<T> askIfThere(Request.Call request, Class<T> type) {
    return Optional.ofNullable(
        attempt(
            () -> {
              LineChannel channel = reach();
              if (channel == null) {
                return null;
              }
              try (channel) {
                return ask(channel, request).as(type);
              }
            }));
  }

  /** Subscribes at the supervisor, which is started if there is none. */
  Subscription subscribe(Request.Streamed request, LineSubscription.Listener listener) {
    return Objects.requireNonNull(attempt(() -> subscribe(connect(), request, listener)));
  }

  /** Subscribes at the supervisor if there is one. */
  Optional<Subscription> subscribeIfThere(
      Request.Streamed request, LineSubscription.Listener listener) {
    return Optional.ofNullable(
        attempt(
            () -> {
              LineChannel channel = reach();
              return channel == null ? null : subscribe(channel, request, listener);
            }));
  }

  private Subscription subscribe(
      LineChannel channel, Request.Streamed request, LineSubscription.Listener listener)
      throws IOException {
    boolean isBegun = false;
    try {
      ask(channel, request).as(Object.class);
      Subscription subscription = LineSubscription.start(project.name(), channel, listener);
      isBegun = true;
      return subscription;
    } finally {
      if (!isBegun) {
        channel.close();
      }
    }
  }

  /** Lets the supervisor end when it likes. */
  @Override
  public synchronized void close() {
    LineChannel channel = held;
    held = null;
    if (channel != null) {
      attempt(
          () -> {
            channel.close();
            return null;
          });
    }
  }

  /** Keeps the supervisor alive between calls, until this is closed. */
  private synchronized void hold() throws IOException, InterruptedException {
    if (held == null || !Objects.equals(heldAt, project.address())) {
      close();
      held = connect();
      heldAt = project.address();
    }
  }

  private LineChannel connect() throws IOException, InterruptedException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      LineChannel there = reach();
      if (there != null) {
        return there;
      }
      try (FolderLock lock = FolderLock.take(project.startLock())) {
        assert lock != null;
        LineChannel startedByOthers = reach();
        if (startedByOthers != null) {
          return startedByOthers;
        }
        launcher.launch(project);
        LineChannel started = reach();
        if (started != null) {
          return started;
        }
      }
    }
    throw new EngineException(
        "the supervisor of project '" + project.name() + "' cannot be reached",
        "look into '" + project.messages() + "'",
        null);
  }

  /** A connection to the supervisor, or null if there is none. */
  private @Nullable LineChannel reach() throws IOException {
    ProjectFolder.Address address = project.address();
    if (address == null) {
      return null;
    }
    LineChannel channel = null;
    try {
      channel = LineChannel.connect(address.socket());
      String greeting = channel.read();
      if (greeting != null) {
        return greeted(channel, greeting);
      }
      channel.close();
      return null;
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      // Nobody listens there any more, or it has just ended: it is as if there were none.
      if (channel != null) {
        channel.close();
      }
      return null;
    }
  }

  private LineChannel greeted(LineChannel channel, String greeting) throws IOException {
    if (greeting.equals(SupervisorServer.GREETING)) {
      return channel;
    }
    channel.close();
    throw new EngineException(
        "the supervisor of project '" + project.name() + "' is of another version of jcompose",
        "take the project down with that version",
        null);
  }

  private static Answer ask(LineChannel channel, Request request) throws IOException {
    channel.write(request.text());
    String answer = channel.read();
    if (answer == null) {
      throw new IOException("it ended before it answered");
    }
    return Wire.read(Answer.class, answer);
  }

  private interface Attempt<T> {
    @Nullable T run() throws IOException, InterruptedException;
  }

  private <T> @Nullable T attempt(Attempt<T> attempt) {
    try {
      return attempt.run();
    } catch (InterruptedException | InterruptedIOException | ClosedByInterruptException e) {
      Thread.currentThread().interrupt();
      throw new EngineException(
          "interrupted while the supervisor of project '" + project.name() + "' was at work",
          null,
          e);
    } catch (IOException e) {
      throw new EngineException(
          "the supervisor of project '" + project.name() + "' failed: " + PrivateFiles.reason(e),
          "run the command again",
          e);
    }
  }
}
