package org.jcompose.cli.option;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads environment variables that say yes or no. */
final class Variables {

  private static final Set<String> YES = Set.of("1", "t", "true", "y", "yes", "on");

  private Variables() {}

  static boolean isTrue(Map<String, String> env, String name) {
    return YES.contains(env.getOrDefault(name, "").toLowerCase(Locale.ROOT));
  }
}
