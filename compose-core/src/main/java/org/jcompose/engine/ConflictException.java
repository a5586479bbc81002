package org.jcompose.engine;

import org.jspecify.annotations.Nullable;

/**
 * What an engine was asked to do is at odds with the state that things are in: a name is taken,
 * something is in use.
 */
public final class ConflictException extends EngineException {

  private static final long serialVersionUID = 1L;

  public ConflictException(String message, @Nullable String fix, @Nullable Throwable cause) {
    super(message, fix, cause);
  }
}
