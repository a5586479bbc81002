package org.jcompose.engine.memory;

import org.jspecify.annotations.Nullable;

/** Whether a container that ended is started again (Compose Specification, "restart"). */
record RestartPolicy(boolean onSuccess, int tries) {

  static RestartPolicy parse(@Nullable String restart) {
    if (restart == null || restart.equals("no") || restart.isEmpty()) {
      return new RestartPolicy(false, 0);
    }
    if (restart.startsWith("on-failure:")) {
      return new RestartPolicy(false, Integer.parseInt(restart.substring("on-failure:".length())));
    }
    return new RestartPolicy(!restart.equals("on-failure"), Integer.MAX_VALUE);
  }

  boolean bringsBack(int exitCode, int restarts) {
    return (onSuccess || exitCode != 0) && restarts < tries;
  }
}
