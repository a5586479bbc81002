package org.jcompose.progress;

import org.jspecify.annotations.Nullable;

/**
 * What a listener needs to know of a step.
 *
 * @param id unique in its run
 * @param activity what is done
 * @param subject what it is done to, as people name it: {@code container shop-db-1}
 * @param service the Compose service it belongs to, or null
 */
public record StepNote(String id, Activity activity, String subject, @Nullable String service) {

  /** What a step does, in the two forms that progress needs. */
  public enum Activity {
    PULL("pulling", "pulled"),
    CREATE("creating", "created"),
    RENAME("renaming", "renamed"),
    START("starting", "started"),
    AWAIT("waiting", "ready"),
    RUN("running", "ran"),
    STOP("stopping", "stopped"),
    CONNECT("connecting", "connected"),
    DISCONNECT("disconnecting", "disconnected"),
    REMOVE("removing", "removed"),
    APPLY("applying", "applied"),
    PROVIDE("providing", "provided"),
    RELEASE("releasing", "released");

    private final String present;
    private final String past;

    Activity(String present, String past) {
      this.present = present;
      this.past = past;
    }

    public String present() {
      return present;
    }

    public String past() {
      return past;
    }
  }
}
