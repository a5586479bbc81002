package org.jcompose.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jcompose.load.ComposeFiles.Document;
import org.jcompose.load.remote.RemoteFiles;
import org.jcompose.problem.Place;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Scalar;

/**
 * Finds and reads the files that Compose files name, each once.
 *
 * @param included what was included so far
 */
record Locations(
    ComposeFiles composeFiles,
    TextFiles texts,
    RemoteFiles remote,
    Map<Included, Mapping> included) {

  /** Files that are included together, and all that their content depends on. */
  record Included(List<Path> files, Path directory, Variables variables) {}

  /**
   * Where the file is that a Compose file names; empty if it cannot be had, which has been
   * reported.
   */
  Optional<Path> find(Scalar name, FileContext context) {
    if (!RemoteFiles.isRemote(name.text())) {
      return Optional.of(Path.of(context.located(name.text())));
    }
    return Discovery.fetched(remote, name.text(), name.place(), context.problems());
  }

  /** A Compose file's documents; empty if it cannot be read, which has been reported. */
  Optional<List<Document>> read(Path file, Place place) {
    return composeFiles.read(file, place);
  }

  /** The folder in which a file lies. */
  static Path folderOf(Path file) {
    Path parent = file.getParent();
    return parent == null ? file : parent;
  }

  /** The name by which errors call a file. */
  String nameOf(Path file) {
    return texts.nameOf(file);
  }
}
