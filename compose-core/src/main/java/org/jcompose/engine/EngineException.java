package org.jcompose.engine;

import org.jspecify.annotations.Nullable;

/** An engine could not do what it was asked; the message is for users. */
public class EngineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final @Nullable String fix;

  /**
   * An exception for users.
   *
   * @param message one sentence without a full stop, naming the thing in single quotes
   * @param fix what the user can do, or null
   */
  public EngineException(String message, @Nullable String fix, @Nullable Throwable cause) {
    super(message, cause);
    this.fix = fix;
  }

  public EngineException(String message) {
    this(message, null, null);
  }

  /** What the user can do, or null. */
  public @Nullable String fix() {
    return fix;
  }
}
