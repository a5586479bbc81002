package org.jcompose.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a service's containers may do.
 *
 * @param capAdd capabilities of the kernel besides the engine's usual ones
 * @param readOnly whether the container's own file system cannot be written
 * @param groupAdd further groups of its user, by name or number
 */
public record Security(
    List<String> capAdd,
    List<String> capDrop,
    boolean privileged,
    boolean readOnly,
    List<String> securityOpt,
    List<String> groupAdd,
    @Nullable String usernsMode) {

  private static final Security USUAL =
      new Security(List.of(), List.of(), false, false, List.of(), List.of(), null);

  public Security {
    capAdd = List.copyOf(capAdd);
    capDrop = List.copyOf(capDrop);
    securityOpt = List.copyOf(securityOpt);
    groupAdd = List.copyOf(groupAdd);
  }

  /** All as the engine would have it. */
  public static Security usual() {
    return USUAL;
  }
}
