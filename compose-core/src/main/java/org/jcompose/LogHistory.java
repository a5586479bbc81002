package org.jcompose;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jcompose.engine.Engine;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.LogLine;
import org.jcompose.engine.LogRequest;
import org.jcompose.engine.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Reads the past lines of several containers and hands them on ordered by time. A line is handed on
 * as soon as each container has either a later one or none left, so that little is held at once.
 */
final class LogHistory implements AutoCloseable {

  private static final Comparator<Stream> BY_HEAD =
      Comparator.comparing((Stream stream) -> stream.lines.element().time());

  private final List<Stream> streams = new ArrayList<>();
  private final List<Subscription> subscriptions = new ArrayList<>();
  private final LogListener listener;
  private boolean closed;

  LogHistory(LogListener listener) {
    this.listener = listener;
  }

  private static final class Stream {
    final String name;
    final LogCursor cursor;
    final Queue<LogLine> lines = new ArrayDeque<>();
    boolean ended;
    @Nullable EngineException failure;

    Stream(String name, LogCursor cursor) {
      this.name = name;
      this.cursor = cursor;
    }
  }

  /** What to read: a container by its id, under its short name. */
  record Source(String id, String name, LogCursor cursor) {}

  /**
   * Reads all of it and returns when the last line was handed on; each cursor then stands behind
   * its container's last line.
   *
   * @throws InterruptedException if the thread was interrupted; the rest is not read then
   */
  void read(Engine engine, List<Source> sources, LogRequest request) throws InterruptedException {
    for (Source source : sources) {
      streams.add(new Stream(source.name, source.cursor));
    }
    List<CompletableFuture<?>> ends = new ArrayList<>();
    try {
      for (int i = 0; i < sources.size(); i++) {
        ends.add(open(engine, sources.get(i).id, request, streams.get(i)));
      }
      engine.timekeeper().block(CompletableFuture.allOf(ends.toArray(new CompletableFuture<?>[0])));
    } finally {
      close();
    }
    streams.forEach(this::report);
  }

  /** Gives up; may be called by any thread. */
  @Override
  public void close() {
    List<Subscription> open;
    synchronized (subscriptions) {
      closed = true;
      open = List.copyOf(subscriptions);
    }
    open.forEach(Subscription::close);
  }

  private CompletableFuture<?> open(Engine engine, String id, LogRequest request, Stream stream) {
    Subscription lines = engine.logs(id, request, line -> arrived(stream, line));
    boolean late;
    synchronized (subscriptions) {
      subscriptions.add(lines);
      late = closed;
    }
    if (late) {
      lines.close();
    }
    return lines.ended().toCompletableFuture().handle((none, failure) -> ended(stream, failure));
  }

  private synchronized void arrived(Stream stream, LogLine line) {
    stream.lines.add(line);
    handOn();
  }

  private synchronized Stream ended(Stream stream, @Nullable Throwable failure) {
    stream.ended = true;
    stream.failure = failure == null ? null : reason(failure);
    handOn();
    return stream;
  }

  private void handOn() {
    while (streams.stream().allMatch(stream -> stream.ended || !stream.lines.isEmpty())) {
      Stream next =
          streams.stream().filter(stream -> !stream.lines.isEmpty()).min(BY_HEAD).orElse(null);
      if (next == null) {
        return;
      }
      LogLine line = next.lines.remove();
      next.cursor.read(line);
      listener.line(next.name, line);
    }
  }

  private void report(Stream stream) {
    if (stream.failure != null) {
      listener.broke(stream.name, stream.failure);
    }
  }

  static EngineException reason(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof EngineException known
        ? known
        : new EngineException("cannot read the log: " + cause, null, cause);
  }
}
