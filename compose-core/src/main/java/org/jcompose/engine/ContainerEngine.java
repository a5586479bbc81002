package org.jcompose.engine;

import java.time.Duration;
import java.util.List;
import org.jcompose.model.NetworkUse;
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
   * Connects a container to a network; one that is connected to it is no error.
   *
   * @throws NotFoundException if there is no such container or network
   */
  void connectContainer(String nameOrId, String network, NetworkUse use);

  /** Disconnects a container from a network; one that is not connected to it is no error. */
  void disconnectContainer(String nameOrId, String network);

  /**
   * Runs a command in a running container and returns when it has ended.
   *
   * @throws ConflictException if the container does not run
   * @throws NotFoundException if there is none of that name or id
   */
  ExecResult exec(String nameOrId, ExecSpec spec);

  /**
   * Says in which attributes a container differs from what a spec would create, each by its path
   * below the service: {@code image}, {@code environment.URL}. Values are not told: some are
   * secrets. Empty if the engine cannot tell.
   *
   * @throws NotFoundException if there is none of that name or id
   */
  default List<String> differences(String nameOrId, ContainerSpec spec) {
    return List.of();
  }

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
