package org.jcompose.engine.docker.http;

import java.io.Closeable;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/** Open connections; as many at a time as there are requests, a few of which are kept for later. */
final class ConnectionPool implements Closeable {

  private static final int MOST_IDLE = 32;

  private final WireFactory wires;
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  ConnectionPool(WireFactory wires) {
    this.wires = wires;
  }

  /** Makes wires, which are not connected yet. */
  @FunctionalInterface
  interface WireFactory {
    Wire make() throws IOException;
  }

  /** An idle connection, or null if none is fit for use. */
  @Nullable Connection idle() {
    for (Connection next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
      if (!next.isStale()) {
        return next;
      }
      drop(next);
    }
    return null;
  }

  /** A new connection, which is not connected yet. */
  Connection make() throws IOException {
    Connection connection = new Connection(wires.make());
    open.add(connection);
    if (closed) {
      drop(connection);
      throw new IOException("the engine was closed");
    }
    return connection;
  }

  void giveBack(Connection connection) {
    if (closed || idle.size() >= MOST_IDLE) {
      drop(connection);
      return;
    }
    connection.markReused();
    idle.addFirst(connection);
  }

  void drop(Connection connection) {
    open.remove(connection);
    connection.close();
  }

  int size() {
    return open.size();
  }

  @Override
  public void close() {
    closed = true;
    open.forEach(this::drop);
    idle.clear();
  }
}
