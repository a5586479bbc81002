package org.jcompose.load;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jcompose.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file while its attributes are brought into canonical form.
 *
 * @param directory against which its relative paths are resolved
 * @param pathsStay whether paths stay as they are, but for those of files that are loaded
 * @param home the user's home directory, for which {@code ~} stands; null if it is not known
 * @param ports how many ports may still be defined
 * @param provenance learns how values came to be
 */
record FileContext(
    Path directory,
    boolean pathsStay,
    @Nullable String home,
    Problems problems,
    Allowance ports,
    Provenance provenance) {

  private static final Pattern WINDOWS_ROOT = Pattern.compile("[a-zA-Z]:[\\\\/]|\\\\\\\\");

  /** This context, with other problems to report to. */
  FileContext reportingTo(Problems others) {
    return new FileContext(directory, pathsStay, home, others, ports, provenance);
  }

  /** The context of a file whose relative paths begin at another folder. */
  FileContext in(Path other) {
    return new FileContext(other, pathsStay, home, problems, ports, provenance);
  }

  /**
   * The absolute form of a path that a user wrote; what is absolute stays as it is, and so does
   * everything if the request says so.
   */
  String absolute(String path) {
    return pathsStay ? path : located(path);
  }

  /** The absolute form of the path of a file that is to be loaded. */
  String located(String path) {
    boolean fromHome = home != null && (path.equals("~") || path.startsWith("~/"));
    String expanded = fromHome ? home + path.substring(1) : path;
    boolean absolute = path.startsWith("/") || WINDOWS_ROOT.matcher(path).lookingAt();
    return absolute ? path : directory.resolve(expanded).normalize().toString();
  }
}
