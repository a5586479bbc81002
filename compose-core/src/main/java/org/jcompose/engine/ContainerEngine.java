package org.jcompose.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An engine that is told of each container: Docker, Podman, host processes, memory. */
public non-sealed interface ContainerEngine extends Engine {

  /**
   * Creates a container, which does not run yet.
   *
   * @return its id
   * @throws ConflictException if the name is taken
   * @throws NotFoundException if its image, a network or an external volume is not there
   */
  String createContainer(ContainerSpec spec);

  /**
   * Creates a container, as {@link #createContainer(ContainerSpec)} does, and tells what the engine
   * left out of it, in the engine's own words.
   */
  default String createContainer(ContainerSpec spec, WarningListener listener) {
    return createContainer(spec);
  }

  /**
   * Starts a container; one that runs already is no error.
   *
   * @throws NotFoundException if there is none of that name or id
   */
  void startContainer(String nameOrId);

  /**
   * Stops a container and returns when it has ended; its restart policy does not bring it back. One
   * that does not run, and none of that name or id, is no error.
   *
   * @param timeout how long it may take to end by itself before it is killed; null: as it was
   *     created with
   */
  void stopContainer(String nameOrId, @Nullable Duration timeout);

  /**
   * Sends a signal to a running container.
   *
   * @param signal such as {@code SIGKILL}
   * @throws ConflictException if it does not run
   */
  void killContainer(String nameOrId, String signal);

  /**
   * Removes a container that does not run; none of that name or id is no error.
   *
   * @param volumes whether its anonymous volumes go with it
   * @throws ConflictException if it runs
   */
  void removeContainer(String nameOrId, boolean volumes);

  /**
   * Gives a container another name.
   *
   * @throws ConflictException if the name is taken
   */
  void renameContainer(String nameOrId, String name);

  /**
   * One container in full, health output included.
   *
   * @throws NotFoundException if there is none
   */
  ContainerState inspect(String nameOrId);

  /** Hears what an engine warns of. */
  @FunctionalInterface
  interface WarningListener {
    void on(String warning);
  }
}
