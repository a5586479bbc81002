package org.jcompose.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the sources are, for tests that read files of the repository. */
public final class Repository {

  private Repository() {}

  /** The root folder, found by going up from the working directory. */
  public static Path root() {
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve(".mvn"))) {
        return folder;
      }
    }
    throw new IllegalStateException("'" + start + "' is not in the repository");
  }
}
