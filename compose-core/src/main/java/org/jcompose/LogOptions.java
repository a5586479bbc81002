package org.jcompose;

import java.time.Instant;
import java.util.Set;
import org.jcompose.engine.LogRequest;
import org.jspecify.annotations.Nullable;

/**
 * Which log lines of a project.
 *
 * @param services whose; empty: of all
 * @param tail how many of the past lines of each container; -1: all
 * @param since not before, or null
 * @param until not after, or null
 */
public record LogOptions(
    Set<String> services, int tail, @Nullable Instant since, @Nullable Instant until) {

  public LogOptions {
    services = Set.copyOf(services);
  }

  /** All lines of all services. */
  public static LogOptions all() {
    return new LogOptions(Set.of(), -1, null, null);
  }

  /** What the containers of these services write from now on; empty: of all. */
  public static LogOptions fromNowOn(Set<String> services) {
    return new LogOptions(services, 0, null, null);
  }

  /** Whether lines of the service are among them. */
  public boolean wants(String service) {
    return services.isEmpty() || services.contains(service);
  }

  LogRequest past() {
    return new LogRequest(false, tail, since, until);
  }
}
