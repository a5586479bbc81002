package org.jcompose.engine.docker.http;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/**
 * docker-java's transport over the JDK's sockets. Safe for use by many threads; each exchange has a
 * connection of its own, so a stream that goes on for hours keeps nobody waiting. Failures are
 * {@link UncheckedIOException}s. A thread that is interrupted gives its exchange up.
 */
public final class SocketHttpClient implements DockerHttpClient {

  private final ConnectionPool pool;
  private final ScheduledThreadPoolExecutor clock;
  private final @Nullable Duration patience;

  private SocketHttpClient(
      ConnectionPool pool, ScheduledThreadPoolExecutor clock, @Nullable Duration patience) {
    this.pool = pool;
    this.clock = clock;
    this.patience = patience;
  }

  /** A client of the daemon at the given address, that waits for answers without end. */
  public static SocketHttpClient of(DaemonAddress address) {
    ScheduledThreadPoolExecutor clock =
        new ScheduledThreadPoolExecutor(1, Threads.daemon("jcompose-docker-deadlines"));
    clock.setRemoveOnCancelPolicy(true);
    return new SocketHttpClient(new ConnectionPool(address::wire), clock, null);
  }

  /**
   * This client, over the same connections, for exchanges that must be over within the given time.
   */
  public SocketHttpClient within(Duration patience) {
    return new SocketHttpClient(pool, clock, patience);
  }

  /** How many connections are open, idle ones included. */
  public int connections() {
    return pool.size();
  }

  @Override
  public Response execute(Request request) {
    try {
      return exchange(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    pool.close();
  }

  private Response exchange(Request request) throws IOException {
    Connection idle = pool.idle();
    if (idle == null) {
      return connectAndExchange(request);
    }
    try {
      return guarded(idle, deadline -> exchange(request, idle, deadline));
    } catch (SocketTimeoutException | ClosedChannelException e) {
      throw e;
    } catch (IOException e) {
      // The daemon may close an idle connection at the very moment it is used again.
      if (!request.method().equals("GET")) {
        throw e;
      }
      return connectAndExchange(request);
    }
  }

  private Response connectAndExchange(Request request) throws IOException {
    Connection connection = pool.make();
    return guarded(
        connection,
        deadline -> {
          connection.wire().connect();
          return exchange(request, connection, deadline);
        });
  }

  /** What is done over a connection until the answer's head is there. */
  @FunctionalInterface
  private interface Conversation {
    Response hold(Deadline deadline) throws IOException;
  }

  private Response guarded(Connection connection, Conversation conversation) throws IOException {
    Deadline deadline = Deadline.after(patience, connection, clock);
    boolean answered = false;
    try {
      Response response = conversation.hold(deadline);
      answered = true;
      return response;
    } catch (IOException e) {
      throw deadline.explain(e);
    } finally {
      if (!answered) {
        deadline.cancel();
        pool.drop(connection);
      }
    }
  }

  private Response exchange(Request request, Connection connection, Deadline deadline)
      throws IOException {
    new RequestWriter(connection.wire(), request).write();
    Head head = Head.read(connection);
    if (request.hijackedInput() != null && head.status() < 300) {
      InputPump pump = new InputPump(request.hijackedInput(), connection);
      Threads.daemon("jcompose-docker-input").newThread(pump).start();
    }
    return answer(request.method(), head, connection, deadline);
  }

  private Response answer(String method, Head head, Connection connection, Deadline deadline)
      throws IOException {
    Body.Framing framing = head.framing(method);
    boolean kept = head.isKeptAlive() && framing != Body.Framing.UNTIL_CLOSE;
    Runnable atEnd =
        () -> {
          if (deadline.cancel() && kept) {
            pool.giveBack(connection);
          } else {
            pool.drop(connection);
          }
        };
    Runnable giveUp =
        () -> {
          deadline.cancel();
          pool.drop(connection);
        };
    return new Exchange(
        head, new Body(connection, framing, head.length(method), deadline, atEnd), giveUp);
  }
}
