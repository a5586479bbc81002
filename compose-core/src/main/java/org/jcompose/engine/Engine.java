package org.jcompose.engine;

import java.util.List;
import java.util.Set;
import org.jcompose.model.Project;

/**
 * What runs a project. There are two families: a {@link ContainerEngine} is told of each container,
 * an {@link Orchestrator} is told of a service and schedules its containers itself. What is here
 * they share: looking, networks, volumes, images, events and logs.
 *
 * <p>Every method may be called from any thread. Those that change something return when it has
 * been changed; they block, and give up with an {@link EngineException} when their thread is
 * interrupted. "Name or id": the engine takes either.
 */
public sealed interface Engine extends AutoCloseable permits ContainerEngine, Orchestrator {

  /** What this is and where. */
  Identity identity();

  /** What it has; what it has not is neither planned nor asked of it. */
  Set<Capability> capabilities();

  /**
   * Looks through a project for what this engine refuses or leaves out, by the attribute's name.
   * Nothing is ever left out silently.
   */
  List<Finding> review(Project project);

  /**
   * What the engine holds now of a project: containers, networks, volumes that carry its label, and
   * of the external networks, volumes and images asked for those that exist.
   */
  Observed observe(ObserveRequest request);

  void createNetwork(NetworkSpec spec);

  /**
   * Removes a network; none of that name or id is no error.
   *
   * @throws ConflictException if something is still connected
   */
  void removeNetwork(String nameOrId);

  void createVolume(VolumeSpec spec);

  /**
   * Removes a volume with its contents; none of that name is no error.
   *
   * @throws ConflictException if a container still uses it
   */
  void removeVolume(String name);

  /**
   * Says in which attributes a network differs from what the spec would create, such as {@code
   * driver_opts.parent}. Empty if the engine cannot tell.
   */
  default List<String> differences(NetworkSpec spec) {
    return List.of();
  }

  /**
   * Says in which attributes a volume differs from what the spec would create, such as {@code
   * driver_opts.device}. Empty if the engine cannot tell.
   */
  default List<String> differences(VolumeSpec spec) {
    return List.of();
  }

  /** Makes an image present; blocks until it is. Never called without {@link Capability#IMAGES}. */
  void pullImage(String image, PullListener listener);

  /**
   * Reports what happens to the containers of a project from now on. When this returns, no later
   * event is missed.
   *
   * @param listener called on one thread, in order; it must not block
   */
  Subscription events(String project, EventListener listener);

  /**
   * Reports the log lines of one container, past and, if asked for, to come. It ends by itself
   * after the last line: with {@link LogRequest#follow}, when the container has ended.
   */
  Subscription logs(String container, LogRequest request, LogListener listener);

  /** The time this engine lives by: the system's, unless it is an engine for tests. */
  default Timekeeper timekeeper() {
    return Timekeeper.system();
  }

  /** Ends all subscriptions and lets go of the connection; what runs goes on running. */
  @Override
  void close();

  /** Hears events. */
  @FunctionalInterface
  interface EventListener {
    void on(EngineEvent event);
  }

  /** Hears log lines, one at a time. */
  @FunctionalInterface
  interface LogListener {
    void on(LogLine line);
  }

  /**
   * Hears how a pull gets on: bytes of all layers, as far as known; total is 0 where it is unknown.
   */
  @FunctionalInterface
  interface PullListener {
    void on(String detail, long current, long total);
  }
}
