package org.jcompose.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a service takes part in a network (Compose Specification, service {@code networks}).
 *
 * @param aliases further host names of the service on it
 * @param priority the order in which engines connect: highest first; null: 0
 * @param bare whether the file names the network and says nothing more, not even {@code {}}: config
 *     hashes tell the two apart
 */
public record NetworkUse(
    List<String> aliases,
    @Nullable String ipv4Address,
    @Nullable String ipv6Address,
    @Nullable Integer priority,
    boolean bare) {

  private static final NetworkUse PLAIN = new NetworkUse(List.of(), null, null, null, true);

  public NetworkUse {
    aliases = List.copyOf(aliases);
  }

  public NetworkUse(
      List<String> aliases,
      @Nullable String ipv4Address,
      @Nullable String ipv6Address,
      @Nullable Integer priority) {
    this(aliases, ipv4Address, ipv6Address, priority, false);
  }

  /** With nothing of its own. */
  public static NetworkUse plain() {
    return PLAIN;
  }
}
