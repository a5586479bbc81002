package org.jcompose.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command that runs in a container at a point of its life (Compose Specification, "post_start").
 *
 * @param command null or empty only where it is left to what surrounds it
 * @param user null: the container's
 * @param workingDir null: the container's
 * @param environment in addition to the container's; a null value: named, but set nowhere
 */
public record Hook(
    @Nullable List<String> command,
    @Nullable String user,
    boolean privileged,
    @Nullable String workingDir,
    Map<String, @Nullable String> environment) {

  public Hook {
    command = command == null ? null : List.copyOf(command);
    environment = Ordered.copy(environment);
  }

  /** A hook that does nothing. */
  public static Hook none() {
    return new Hook(null, null, false, null, Map.of());
  }
}
