package org.jcompose.engine.process;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jcompose.engine.EngineException;
import org.jspecify.annotations.Nullable;

/** A supervisor at its post: it holds the project's lock, listens at its socket, and tidies up. */
final class SupervisorServer {

  /** What each client is greeted with; another number means another protocol. */
  static final String GREETING = "jcompose supervisor 1";

  // The shortest limit of all systems is 104 bytes, the final zero included.
  private static final int LONGEST_SOCKET_PATH = 100;

  private final ProjectFolder folder;
  private final Supervisor supervisor;
  private final FolderLock lock;
  private final Path socket;
  private final ServerSocketChannel listener;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  private SupervisorServer(
      ProjectFolder folder,
      Supervisor supervisor,
      FolderLock lock,
      Path socket,
      ServerSocketChannel listener) {
    this.folder = folder;
    this.supervisor = supervisor;
    this.lock = lock;
    this.socket = socket;
    this.listener = listener;
  }

  /**
   * Begins to supervise a project.
   *
   * @return null if another supervisor does already
   */
  static @Nullable SupervisorServer open(ProjectFolder folder, Host host)
      throws IOException, InterruptedException {
    FolderLock lock = FolderLock.tryTake(folder.lock());
    if (lock == null) {
      return null;
    }
    SupervisorServer server = null;
    try {
      server = listen(folder, new Supervisor(folder, host, OwnProcess.clock()), lock);
      server.begin();
      return server;
    } finally {
      if (server == null) {
        lock.close();
      }
    }
  }

  private static SupervisorServer listen(
      ProjectFolder folder, Supervisor supervisor, FolderLock lock)
      throws IOException, InterruptedException {
    supervisor.recover();
    Path socket = socketPath(folder);
    ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    listener.bind(UnixDomainSocketAddress.of(socket));
    return new SupervisorServer(folder, supervisor, lock, socket, listener);
  }

  private void begin() {
    long pid = ProcessHandle.current().pid();
    ProjectFolder.Address address =
        new ProjectFolder.Address(socket.toString(), pid, OwnProcess.clock().instant());
    PrivateFiles.write(folder.addressFile(), Wire.write(address));
    FolderWatch.start(folder.addressFile(), supervisor::close);
    thread("accept", this::accept);
    supervisor.ended().thenRunAsync(this::end, work -> thread("end", work));
  }

  /** Completes when it has ended and nothing of it is left. */
  CompletionStage<Void> ended() {
    return ended;
  }

  /** Stops all containers and ends. */
  void close() {
    supervisor.close();
  }

  private static Path socketPath(ProjectFolder folder) throws IOException {
    Path socket = folder.path().resolve("socket");
    if (socket.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_SOCKET_PATH) {
      // Made anew, with a name that nobody could foresee, readable by its owner alone.
      socket = Files.createTempDirectory("jcompose-").resolve("socket");
    }
    Files.deleteIfExists(socket);
    return socket;
  }

  private void accept() {
    try {
      while (true) {
        SocketChannel client = listener.accept();
        thread("client", () -> serve(new LineChannel(client)));
      }
    } catch (AsynchronousCloseException e) {
      // That is how it ends.
      return;
    } catch (IOException e) {
      Books.report(e);
    }
  }

  private void serve(LineChannel client) {
    try (client) {
      if (supervisor.enter()) {
        try {
          new Conversation(supervisor, client).hold();
        } finally {
          supervisor.leave();
        }
      }
    } catch (IOException e) {
      // The client has gone without a word: killed, or it has lost interest.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void end() {
    try {
      listener.close();
      tidy();
      lock.close();
    } catch (IOException | EngineException e) {
      Books.report(e);
    } finally {
      supervisor.release();
      ended.complete(null);
    }
  }

  private void tidy() throws IOException {
    Files.deleteIfExists(socket);
    if (!socket.startsWith(folder.path())) {
      Files.deleteIfExists(Objects.requireNonNull(socket.getParent()));
    }
    PrivateFiles.deleteIfExists(folder.addressFile());
    PrivateFiles.deleteIfEmpty(folder.containers());
    if (!Files.exists(folder.containers())) {
      PrivateFiles.deleteTree(folder.path());
      folder.root().tidy();
    }
  }

  private static void thread(String name, Runnable work) {
    Thread thread = new Thread(null, work, name, 256 * 1024);
    thread.setDaemon(true);
    thread.start();
  }
}
