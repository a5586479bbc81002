package org.jcompose.engine.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jcompose.engine.LogRequest;
import org.jcompose.engine.Subscription;

/** The lines of a log that nothing adds to any more, read from its file. */
final class FileSubscription implements Subscription {

  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile boolean isClosed;

  private FileSubscription() {}

  static FileSubscription start(Path file, LogRequest request, LineSubscription.Listener listener) {
    FileSubscription subscription = new FileSubscription();
    Thread thread =
        new Thread(() -> subscription.read(file, request, listener), "log " + file.getParent());
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
  }

  private void read(Path file, LogRequest request, LineSubscription.Listener listener) {
    try {
      LogReader.Sink unlessClosed =
          line -> {
            if (!isClosed) {
              listener.on(line);
            }
          };
      new LogReader(file, request, unlessClosed).read(null);
      ended.complete(null);
    } catch (IOException e) {
      ended.completeExceptionally(PrivateFiles.failed("read", file, e));
    } catch (InterruptedException | RuntimeException e) {
      ended.completeExceptionally(e);
    }
  }
}
