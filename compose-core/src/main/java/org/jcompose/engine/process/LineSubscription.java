package org.jcompose.engine.process;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.Subscription;

/** Lines that a supervisor sends, heard on a thread of their own. */
final class LineSubscription implements Subscription {

  private final String project;
  private final LineChannel channel;
  private final Listener listener;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile boolean isClosed;

  private LineSubscription(String project, LineChannel channel, Listener listener) {
    this.project = project;
    this.channel = channel;
    this.listener = listener;
  }

  /** Hears lines. */
  @FunctionalInterface
  interface Listener {
    void on(String line) throws IOException;
  }

  static LineSubscription start(String project, LineChannel channel, Listener listener) {
    LineSubscription subscription = new LineSubscription(project, channel, listener);
    Thread thread = new Thread(subscription::listen, "subscription to " + project);
    thread.setDaemon(true);
    thread.start();
    return subscription;
  }

  @Override
  public CompletionStage<Void> ended() {
    return ended;
  }

  @Override
  public void close() {
    isClosed = true;
    try {
      channel.close();
    } catch (IOException e) {
      ended.completeExceptionally(e);
    }
  }

  private void listen() {
    try (channel) {
      String line = channel.read();
      while (line != null && !line.equals(Conversation.NO_MORE) && !isClosed) {
        listener.on(line);
        line = channel.read();
      }
      if (line == null) {
        throw new IOException("it ended");
      }
      ended.complete(null);
    } catch (IOException e) {
      broken(e);
    } catch (RuntimeException e) {
      ended.completeExceptionally(e);
    }
  }

  private void broken(IOException e) {
    if (isClosed) {
      ended.complete(null);
    } else {
      ended.completeExceptionally(
          new EngineException(
              "lost the supervisor of project '" + project + "': " + PrivateFiles.reason(e),
              null,
              e));
    }
  }
}
