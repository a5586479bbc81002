package org.jcompose.model;

import org.jspecify.annotations.Nullable;

/**
 * Which namespaces of the kernel a service's containers share, and with whom. {@code host}: the
 * host's; {@code service:NAME}, {@code container:NAME}: another's; null: the engine's default.
 *
 * @param cgroup {@code host} or {@code private}
 * @param cgroupParent the parent control group
 */
public record Namespaces(
    @Nullable String cgroup,
    @Nullable String cgroupParent,
    @Nullable String ipc,
    @Nullable String pid,
    @Nullable String uts) {

  private static final Namespaces OWN = new Namespaces(null, null, null, null, null);

  /** All as the engine would have it. */
  public static Namespaces own() {
    return OWN;
  }
}
