package org.jcompose.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jcompose.problem.Place;
import org.jcompose.problem.Problems;
import org.jcompose.problem.Source;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.YamlReader;
import org.jspecify.annotations.Nullable;

/** Reads Compose files into their documents, each file once. */
final class ComposeFiles {

  private final TextFiles files;
  private final @Nullable String standardInput;
  private final Problems problems;
  private final Map<Path, List<Document>> known = new HashMap<>();

  ComposeFiles(TextFiles files, @Nullable String standardInput, Problems problems) {
    this.files = files;
    this.standardInput = standardInput;
    this.problems = problems;
  }

  /** A document of a file. */
  record Document(Path file, Mapping root) {}

  /** The documents of the project's own files, in the order in which they are merged. */
  List<Document> read(List<Path> paths) {
    List<Document> documents = new ArrayList<>();
    paths.forEach(path -> documents.addAll(read(path, null).orElse(List.of())));
    if (documents.isEmpty() && !problems.hasErrors()) {
      problems.error(
          null,
          "'" + files.nameOf(paths.get(0)) + "' is empty",
          "define a service under 'services'");
    }
    return documents;
  }

  /**
   * A file's documents; empty if it cannot be read, which has been reported.
   *
   * @param place where the file was asked for, or null
   */
  Optional<List<Document>> read(Path path, @Nullable Place place) {
    if (!known.containsKey(path)) {
      text(path, place).ifPresent(text -> known.put(path, documents(path, text)));
    }
    return Optional.ofNullable(known.get(path));
  }

  private Optional<TextFiles.Text> text(Path path, @Nullable Place place) {
    if (!path.toString().equals(Discovery.STANDARD_INPUT)) {
      return files.read(path, place);
    }
    if (standardInput == null) {
      problems.error(null, "'-' names the standard input, but there is none");
      return Optional.empty();
    }
    Source source = Source.of("standard input", standardInput);
    return Optional.of(new TextFiles.Text(source, standardInput, files.growth()));
  }

  private List<Document> documents(Path path, TextFiles.Text text) {
    List<Node> nodes = new YamlReader(text.source(), problems).read(text.text());
    List<Document> documents = new ArrayList<>();
    for (Node node : nodes) {
      if (node instanceof Mapping mapping) {
        documents.add(new Document(path, mapping));
      } else {
        problems.error(node.place(), "a Compose file is a mapping, not " + node.kind());
      }
    }
    return documents;
  }
}
