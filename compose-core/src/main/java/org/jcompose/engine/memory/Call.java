package org.jcompose.engine.memory;

import java.util.Locale;

/** The calls that change something, by which a {@link MemoryEngine} is told what goes wrong. */
public enum Call {
  PULL_IMAGE,
  CREATE_NETWORK,
  REMOVE_NETWORK,
  CREATE_VOLUME,
  REMOVE_VOLUME,
  CREATE_CONTAINER,
  RENAME_CONTAINER,
  START_CONTAINER,
  STOP_CONTAINER,
  KILL_CONTAINER,
  REMOVE_CONTAINER,
  CONNECT_CONTAINER,
  DISCONNECT_CONTAINER,
  EXEC_CONTAINER,
  APPLY_SERVICE,
  AWAIT_SERVICE,
  REMOVE_SERVICE;

  /** The call in words: {@code start container}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
