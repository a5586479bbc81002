package org.jcompose.load;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jcompose.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file while its attributes are brought into canonical form.
 *
 * @param directory against which its relative paths are resolved
 * @param home the user's home directory, for which {@code ~} stands; null if it is not known
 * @param ports how many ports may still be defined
 */
record FileContext(Path directory, @Nullable String home, Problems problems, Allowance ports) {

  private static final Pattern WINDOWS_ROOT = Pattern.compile("[a-zA-Z]:[\\\\/]|\\\\\\\\");

  /** The absolute form of a path that a user wrote; what is absolute stays as it is. */
  String absolute(String path) {
    boolean fromHome = home != null && (path.equals("~") || path.startsWith("~/"));
    String expanded = fromHome ? home + path.substring(1) : path;
    boolean absolute = path.startsWith("/") || WINDOWS_ROOT.matcher(path).lookingAt();
    return absolute ? path : directory.resolve(expanded).normalize().toString();
  }
}
