package org.jcompose.engine.docker;

import java.util.ArrayList;
import java.util.List;
import org.jcompose.engine.Finding;
import org.jspecify.annotations.Nullable;

/** What a review has found so far, of an engine that speaks one version of the API. */
final class Findings {

  private final ApiVersion version;
  private final List<Finding> all = new ArrayList<>();

  Findings(ApiVersion version) {
    this.version = version;
  }

  List<Finding> all() {
    return List.copyOf(all);
  }

  /** What the project cannot run with. */
  void refuse(String path, String message, @Nullable String fix) {
    all.add(new Finding(path, true, message, fix));
  }

  /** What is left out. */
  void warn(String path, String message, @Nullable String fix) {
    all.add(new Finding(path, false, message, fix));
  }

  /**
   * What the project cannot run with unless the engine has a feature.
   *
   * @param message with {@code %s} in the place of the least version
   */
  void refuseWithout(Features feature, String path, String message) {
    if (!feature.isIn(version)) {
      refuse(path, without(feature, message), null);
    }
  }

  /**
   * What is left out unless the engine has a feature.
   *
   * @param message with {@code %s} in the place of the least version
   */
  void warnWithout(Features feature, String path, String message) {
    if (!feature.isIn(version)) {
      warn(path, without(feature, message), null);
    }
  }

  private String without(Features feature, String message) {
    return String.format(message, feature.least()) + "; this engine has " + version;
  }
}
