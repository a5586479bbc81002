package org.jcompose.engine.docker;

import org.jcompose.engine.Engine;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.EngineProvider.Endpoint;
import org.jcompose.engine.EngineUnavailableException;

/** A place that cannot even be tried; so that the next one is, it says so only when opened. */
record RefusedEndpoint(String description, EngineException reason) implements Endpoint {

  @Override
  public Engine open() {
    throw unavailable(reason);
  }

  static EngineUnavailableException unavailable(EngineException reason) {
    return new EngineUnavailableException(
        String.valueOf(reason.getMessage()), reason.fix(), reason);
  }
}
