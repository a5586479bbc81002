package org.jcompose.engine;

import org.jspecify.annotations.Nullable;

/** What an engine was asked about is not there. */
public final class NotFoundException extends EngineException {

  private static final long serialVersionUID = 1L;

  public NotFoundException(String message, @Nullable String fix, @Nullable Throwable cause) {
    super(message, fix, cause);
  }
}
