package org.jcompose.engine.process;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The supervisors that live in this virtual machine; when it ends they stop what they run. */
final class EmbeddedSupervisors {

  private static final Set<SupervisorServer> ALL = ConcurrentHashMap.newKeySet();

  static {
    OwnProcess.beforeTheEnd(EmbeddedSupervisors::close);
  }

  private EmbeddedSupervisors() {}

  static void add(SupervisorServer server) {
    ALL.add(server);
    server.ended().thenRun(() -> ALL.remove(server));
  }

  private static void close() {
    ALL.forEach(SupervisorServer::close);
    ALL.forEach(server -> server.ended().toCompletableFuture().join());
  }
}
