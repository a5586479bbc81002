package org.jcompose.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An engine that is given whole services and schedules their containers itself, over one machine or
 * many: Docker Swarm. Its {@link #observe} reports each scheduled replica as a container, so that
 * what only looks needs to know of one family.
 */
public non-sealed interface Orchestrator extends Engine {

  /** Creates a service, or updates the one of that name to the given spec. */
  void applyService(ServiceSpec spec);

  /**
   * Returns when every replica of a service's current spec fulfils the condition; interrupted when
   * the wait is given up.
   *
   * @param condition what must hold of its replicas
   * @param timeout null: for as long as it takes
   * @throws EngineException if it cannot come to hold any more, saying which replica failed and how
   */
  void awaitService(String name, Condition condition, @Nullable Duration timeout);

  /** Removes a service and returns when its replicas have ended; none of that name is no error. */
  void removeService(String name);
}
