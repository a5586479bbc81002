package org.jcompose.load;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** The rule for project names (Compose Specification, "Version and name top-level elements"). */
public final class ProjectName {

  private static final Pattern VALID = Pattern.compile("[a-z0-9][a-z0-9_-]*");

  private ProjectName() {}

  /** Whether a project may have this name. */
  public static boolean isValid(String name) {
    return VALID.matcher(name).matches();
  }

  /** The nearest valid name: in lower case, without what is not allowed; may be empty. */
  public static String normalize(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^-_a-z0-9]", "").replaceFirst("^[_-]+", "");
  }

  /** The name of a project in the given directory that is named nowhere; may be empty. */
  public static String of(Path directory) {
    Path last = directory.getFileName();
    return last == null ? "" : normalize(last.toString());
  }
}
