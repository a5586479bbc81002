package org.jcompose.model;

import org.jspecify.annotations.Nullable;

/**
 * A port of a service's containers, in long form (Compose Specification, "ports").
 *
 * @param target the container's port
 * @param published the host's port or range ({@code "8080"}, {@code "8080-8090"}); null: any free
 *     one
 * @param hostIp the host address it is bound to; null: all
 * @param protocol {@code tcp}, {@code udp} or {@code sctp}
 * @param mode {@code ingress} or {@code host}
 * @param name documentation only
 * @param appProtocol documentation only
 */
public record Port(
    int target,
    @Nullable String published,
    @Nullable String hostIp,
    String protocol,
    String mode,
    @Nullable String name,
    @Nullable String appProtocol) {

  /** A TCP port on all host addresses. */
  public static Port of(int target, @Nullable String published) {
    return new Port(target, published, null, "tcp", "ingress", null, null);
  }
}
