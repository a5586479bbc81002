package org.jcompose.plan;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What {@code down} is to remove beside the project's containers and networks.
 *
 * @param volumes whether named volumes of the project, and anonymous ones of its containers, go too
 * @param removeOrphans whether containers of services that the project does not have go too
 * @param timeout how long a container may take to stop; null: as it was created with
 */
public record DownOptions(boolean volumes, boolean removeOrphans, @Nullable Duration timeout) {

  public static DownOptions defaults() {
    return new DownOptions(false, false, null);
  }
}
