package org.jcompose.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows changes of a service's files while it is developed (Compose Specification,
 * "develop").
 */
public record Develop(List<Trigger> watch) {

  public Develop {
    watch = List.copyOf(watch);
  }

  /**
   * A folder or file, and what its changes set off.
   *
   * @param path absolute
   * @param action {@code rebuild}, {@code restart}, {@code sync}, {@code sync+exec} or {@code
   *     sync+restart}
   * @param target the path in the container that follows; null: none
   * @param exec what {@code sync+exec} runs, or null
   * @param include patterns of what matters; empty: all
   * @param ignore patterns of what does not
   * @param initialSync whether files are synced before the first change
   */
  public record Trigger(
      String path,
      String action,
      @Nullable String target,
      @Nullable Hook exec,
      List<String> include,
      List<String> ignore,
      boolean initialSync) {

    public Trigger {
      include = List.copyOf(include);
      ignore = List.copyOf(ignore);
    }
  }
}
