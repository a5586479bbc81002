package org.jcompose.plan;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code up} is to reach.
 *
 * @param services those wanted, with what they depend on; empty: all
 * @param recreate which existing containers are replaced
 * @param scale numbers of replicas that override the file's, by service
 * @param await whether every container is waited for until it is of use
 * @param awaitTimeout how long it may take; null: for as long as it takes
 * @param removeOrphans whether containers of services that the project does not have are removed
 * @param stopTimeout how long a replaced container may take to stop; null: as it was created with
 * @param renewAnonymousVolumes whether replaced containers get new anonymous volumes, instead of
 *     taking over those of the ones they replace
 */
public record UpOptions(
    Set<String> services,
    Recreate recreate,
    Map<String, Integer> scale,
    boolean await,
    @Nullable Duration awaitTimeout,
    boolean removeOrphans,
    @Nullable Duration stopTimeout,
    boolean renewAnonymousVolumes) {

  public UpOptions {
    services = Set.copyOf(services);
    scale = Map.copyOf(scale);
  }

  /** Options that keep anonymous volumes. */
  public UpOptions(
      Set<String> services,
      Recreate recreate,
      Map<String, Integer> scale,
      boolean await,
      @Nullable Duration awaitTimeout,
      boolean removeOrphans,
      @Nullable Duration stopTimeout) {
    this(services, recreate, scale, await, awaitTimeout, removeOrphans, stopTimeout, false);
  }

  /** These options, with new anonymous volumes for replaced containers, or not. */
  public UpOptions renewingAnonymousVolumes(boolean renew) {
    return new UpOptions(
        services, recreate, scale, await, awaitTimeout, removeOrphans, stopTimeout, renew);
  }

  /** Which existing containers are replaced. */
  public enum Recreate {
    /** Those whose configuration or image changed. */
    DIVERGED,
    /** All. */
    FORCE,
    /** None. */
    NEVER
  }

  /** All services, as the file has them, without waiting for the last ones. */
  public static UpOptions defaults() {
    return new UpOptions(Set.of(), Recreate.DIVERGED, Map.of(), false, null, false, null);
  }
}
