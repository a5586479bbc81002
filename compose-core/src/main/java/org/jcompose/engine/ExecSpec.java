package org.jcompose.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command to run in a running container.
 *
 * @param command its words
 * @param user null: the container's
 * @param privileged whether it may do everything
 * @param workingDir null: the container's
 * @param environment in addition to the container's; a null value: named, but set nowhere
 */
public record ExecSpec(
    List<String> command,
    @Nullable String user,
    boolean privileged,
    @Nullable String workingDir,
    Map<String, @Nullable String> environment) {

  public ExecSpec {
    command = List.copyOf(command);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
  }

  /** A command with everything as the container has it. */
  public static ExecSpec of(String... command) {
    return new ExecSpec(List.of(command), null, false, null, Map.of());
  }
}
