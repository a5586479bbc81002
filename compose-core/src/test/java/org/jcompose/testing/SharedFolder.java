package org.jcompose.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder {@code shared} beside the repository, or where {@code JCOMPOSE_SHARED} says: it holds
 * {@code conformance/cases}, Compose files that others wrote and what the reference makes of each.
 */
public final class SharedFolder {

  static final String MISSING =
      "there is no folder 'shared/conformance' beside the repository, and JCOMPOSE_SHARED names none";

  private SharedFolder() {}

  /**
   * The folder of the conformance cases.
   *
   * @throws IllegalStateException when there is none; a test that is {@link RequiresShared} never
   *     sees this
   */
  public static Path conformance() {
    return find().orElseThrow(() -> new IllegalStateException(MISSING)).resolve("conformance");
  }

  static Optional<Path> find() {
    String named = System.getenv("JCOMPOSE_SHARED");
    Path folder =
        named == null || named.isBlank()
            ? Repository.root().resolveSibling("shared")
            : Path.of(named);
    return Stream.of(folder).filter(f -> Files.isDirectory(f.resolve("conformance"))).findFirst();
  }
}
