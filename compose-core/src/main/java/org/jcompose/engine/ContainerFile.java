package org.jcompose.engine;

import org.jcompose.model.FileObject;
import org.jcompose.model.FileReference;

/**
 * A config or secret as a file in a container (Compose Specification, service {@code configs} and
 * {@code secrets}).
 *
 * @param reference how the service asks for it
 * @param object where the file's content comes from
 */
public record ContainerFile(Kind kind, FileReference reference, FileObject object) {

  /** What it is, and where it goes unless the service says otherwise. */
  public enum Kind {
    CONFIG("config", "/"),
    SECRET("secret", "/run/secrets/");

    private final String word;
    private final String folder;

    Kind(String word, String folder) {
      this.word = word;
      this.folder = folder;
    }

    /** The word for it in a Compose file. */
    public String word() {
      return word;
    }
  }

  /** The absolute path in the container. */
  public String target() {
    String target = reference.target() == null ? reference.source() : reference.target();
    return target.startsWith("/") ? target : kind.folder + target;
  }

  /** Whether the service says whose the file is, or what may be done with it. */
  public boolean isOwned() {
    return reference.uid() != null || reference.gid() != null || reference.mode() != null;
  }

  /** As people call it, without its content. */
  @Override
  public String toString() {
    return kind.word + " '" + reference.source() + "'";
  }
}
