package org.jcompose.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A top-level config or secret (Compose Specification, "Configs", "Secrets"). It comes from one of
 * file, environment and content, or is external.
 *
 * @param key its name within the file
 * @param name its name at the engine: {@code <project>_<key>} unless the file says otherwise
 * @param file the absolute path of a file of the host
 * @param environment the name of a variable
 * @param content the content itself, also that of the variable once it has been looked up
 * @param external whether someone else makes and removes it
 */
public record FileObject(
    String key,
    String name,
    @Nullable String file,
    @Nullable String environment,
    @Nullable String content,
    boolean external,
    Map<String, String> labels,
    @Nullable String driver,
    Map<String, String> driverOpts,
    @Nullable String templateDriver) {

  public FileObject {
    labels = Ordered.copy(labels);
    driverOpts = Ordered.copy(driverOpts);
  }

  /** Without the content, which may be secret. */
  @Override
  public String toString() {
    return "FileObject[key=" + key + ", name=" + name + "]";
  }
}
