package org.jcompose.problem;

import java.util.Map;
import java.util.Optional;

/**
 * Where each attribute of a project was written, by its path from the top of the file: {@code
 * services.web.ports.0}. A name that itself holds a dot stands as it is; look-ups go by whole
 * paths, so this is no ambiguity.
 */
public final class Places {

  private static final Places NONE = new Places(Map.of());

  private final Map<String, Place> byPath;

  private Places(Map<String, Place> byPath) {
    this.byPath = byPath;
  }

  /** The places in the given map, which is copied. */
  public static Places of(Map<String, Place> byPath) {
    return new Places(Map.copyOf(byPath));
  }

  /** No places: those of a project that was built in code. */
  public static Places none() {
    return NONE;
  }

  /** The place of the attribute, or else of the nearest attribute around it. */
  public Optional<Place> at(String path) {
    String at = path;
    while (true) {
      Place place = byPath.get(at);
      if (place != null) {
        return Optional.of(place);
      }
      int dot = at.lastIndexOf('.');
      if (dot < 0) {
        return Optional.empty();
      }
      at = at.substring(0, dot);
    }
  }
}
