package org.jcompose.engine.docker;

import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jcompose.engine.Subscription;
import org.jcompose.engine.docker.http.Threads;

/** A stream from a daemon, read on a thread of its own until it ends or is closed. */
final class OpenStream implements Subscription {

  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final String attempt;
  private final Response response;
  private volatile boolean closed;

  /**
   * An open stream.
   *
   * @param attempt what is tried, as in {@code follow the logs of container 'web'}
   */
  OpenStream(String attempt, Response response) {
    this.attempt = attempt;
    this.response = response;
  }

  /** Reads a stream to its end. */
  @FunctionalInterface
  interface Reader {
    void read(InputStream stream) throws IOException;
  }

  /**
   * Begins to read.
   *
   * @param atEnd told once, before {@link #ended} completes
   */
  void read(String threadName, Reader reader, Consumer<OpenStream> atEnd) {
    Threads.daemon(threadName).newThread(() -> readAll(reader, atEnd)).start();
  }

  @Override
  public CompletionStage<Void> ended() {
    return ended.minimalCompletionStage();
  }

  @Override
  public void close() {
    closed = true;
    response.close();
  }

  boolean isClosed() {
    return closed;
  }

  private void readAll(Reader reader, Consumer<OpenStream> atEnd) {
    Exception failure = null;
    try (response) {
      reader.read(response.getBody());
    } catch (IOException | RuntimeException e) {
      failure = e;
    }
    atEnd.accept(this);
    if (failure == null || closed) {
      ended.complete(null);
    } else {
      ended.completeExceptionally(
          failure instanceof RuntimeException ? failure : Daemon.broken(attempt, failure));
    }
  }
}
