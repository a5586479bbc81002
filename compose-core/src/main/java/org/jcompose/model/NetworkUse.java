package org.jcompose.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a service takes part in a network (Compose Specification, service {@code networks}).
 *
 * @param aliases further host names of the service on it
 * @param priority the order in which engines connect: highest first; null: 0
 */
public record NetworkUse(
    List<String> aliases,
    @Nullable String ipv4Address,
    @Nullable String ipv6Address,
    @Nullable Integer priority) {

  private static final NetworkUse PLAIN = new NetworkUse(List.of(), null, null, null);

  public NetworkUse {
    aliases = List.copyOf(aliases);
  }

  /** With nothing of its own. */
  public static NetworkUse plain() {
    return PLAIN;
  }
}
