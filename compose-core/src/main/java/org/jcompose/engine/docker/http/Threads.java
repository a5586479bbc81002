package org.jcompose.engine.docker.http;

import java.util.concurrent.ThreadFactory;

/** Named threads that never keep a program from ending. */
public final class Threads {

  private Threads() {}

  /** Makes daemon threads of the given name. */
  public static ThreadFactory daemon(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
