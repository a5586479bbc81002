package org.jcompose.engine;

import org.jspecify.annotations.Nullable;

/** No engine answers where one was looked for. */
public final class EngineUnavailableException extends EngineException {

  private static final long serialVersionUID = 1L;

  public EngineUnavailableException(
      String message, @Nullable String fix, @Nullable Throwable cause) {
    super(message, fix, cause);
  }
}
