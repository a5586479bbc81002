package org.jcompose.engine;

import java.util.List;

/** Where an engine comes from; found by {@link java.util.ServiceLoader}. Must be cheap to make. */
public interface EngineProvider {

  /** The name that {@code --engine} takes: {@code docker}, {@code process}, ... */
  String name();

  /**
   * Where such an engine may be listening, the preferred place first; nothing is opened yet.
   *
   * @throws EngineException if the settings that say so cannot be read
   */
  List<Endpoint> endpoints(EngineSettings settings);

  /** Whether it is tried when the user named no engine. */
  default boolean isAutomatic() {
    return true;
  }

  /** One place at which an engine may answer. */
  interface Endpoint {

    /**
     * The place as people know it, with what names it: {@code unix:///run/docker.sock
     * (DOCKER_HOST)}.
     */
    String description();

    /**
     * Connects and makes sure that the engine answers, within a few seconds.
     *
     * @throws EngineUnavailableException if it does not
     */
    Engine open();
  }
}
