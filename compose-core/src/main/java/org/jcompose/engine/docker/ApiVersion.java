package org.jcompose.engine.docker;

import java.util.Comparator;
import org.jcompose.engine.EngineUnavailableException;

/**
 * A version of the Engine API. docker-java has a type for it, too, but that one brings a library
 * along which commands that only look do without.
 */
record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {

  private static final Comparator<ApiVersion> ORDER =
      Comparator.comparingInt(ApiVersion::major).thenComparingInt(ApiVersion::minor);

  static ApiVersion parse(String text) {
    if (!text.matches("\\d{1,4}\\.\\d{1,4}")) {
      throw new EngineUnavailableException(
          "'" + text + "' is no version of the Docker API", "write one such as '1.44'", null);
    }
    int dot = text.indexOf('.');
    return new ApiVersion(
        Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
  }

  boolean isAtLeast(ApiVersion other) {
    return compareTo(other) >= 0;
  }

  @Override
  public int compareTo(ApiVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
