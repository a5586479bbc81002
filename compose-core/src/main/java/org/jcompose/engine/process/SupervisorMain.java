package org.jcompose.engine.process;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jcompose.engine.EngineException;

/**
 * The program of a supervisor that lives in a virtual machine of its own. Its arguments are the
 * state folder and the project's name; on standard output it says one word when it is at its post,
 * to the client that started it, and never anything again.
 */
public final class SupervisorMain {

  /** It listens. */
  static final String READY = "ready";

  /** Another one was there before. */
  static final String TAKEN = "taken";

  private SupervisorMain() {}

  /** Supervises until nothing is left to supervise. */
  public static void main(String[] args) throws IOException, InterruptedException {
    ProjectFolder folder = new StateRoot(Path.of(args[0])).project(args[1]);
    try {
      SupervisorServer server = SupervisorServer.open(folder, Host.detect());
      if (server == null) {
        say(TAKEN);
        return;
      }
      OwnProcess.beforeTheEnd(() -> stop(server));
      say(READY);
      server.ended().toCompletableFuture().join();
    } catch (IOException e) {
      say(PrivateFiles.reason(e));
    } catch (EngineException e) {
      say(String.valueOf(e.getMessage()));
    }
  }

  private static void stop(SupervisorServer server) {
    server.close();
    server.ended().toCompletableFuture().join();
  }

  private static void say(String word) throws IOException {
    try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
      out.write((word + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }
}
