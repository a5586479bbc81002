package org.jcompose.problem;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where each attribute of a project was written, by its path from the top of the file: {@code
 * services.web.ports.0}. A name that itself holds a dot stands as it is; look-ups go by whole
 * paths, so this is no ambiguity.
 */
public final class Places {

  private static final Places NONE = new Places(path -> null);

  private final Function<String, @Nullable Place> nearest;

  private Places(Function<String, @Nullable Place> nearest) {
    this.nearest = nearest;
  }

  /**
   * The places that the given function finds: of an attribute, or else of the nearest around it.
   */
  public static Places of(Function<String, @Nullable Place> nearest) {
    return new Places(nearest);
  }

  /** No places: those of a project that was built in code. */
  public static Places none() {
    return NONE;
  }

  /** The place of the attribute, or else of the nearest attribute around it. */
  public Optional<Place> at(String path) {
    return Optional.ofNullable(nearest.apply(path));
  }
}
