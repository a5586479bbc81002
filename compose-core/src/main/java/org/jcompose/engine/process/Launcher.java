package org.jcompose.engine.process;

import java.io.IOException;

/** Starts supervisors. */
@FunctionalInterface
interface Launcher {

  /** Returns when a supervisor is at its post: a new one, or one that was there before. */
  void launch(ProjectFolder project) throws IOException, InterruptedException;

  /** Starts them in this virtual machine: they end with it. */
  static Launcher embedded(Host host) {
    return project -> {
      SupervisorServer server = SupervisorServer.open(project, host);
      if (server != null) {
        EmbeddedSupervisors.add(server);
      }
    };
  }
}
