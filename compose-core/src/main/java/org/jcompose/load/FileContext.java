package org.jcompose.load;

import java.nio.file.Path;
import org.jcompose.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file while its attributes are brought into canonical form.
 *
 * @param directory against which its relative paths are resolved
 * @param home the user's home directory, for which {@code ~} stands; null if it is not known
 */
record FileContext(Path directory, @Nullable String home, Problems problems) {

  /** The absolute, normalised form of a path that a user wrote. */
  String absolute(String path) {
    String expanded = path;
    if (home != null && (path.equals("~") || path.startsWith("~/"))) {
      expanded = home + path.substring(1);
    }
    return directory.resolve(expanded).normalize().toString();
  }
}
