package org.jcompose.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jcompose.problem.Problems;
import org.jcompose.problem.Source;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.YamlReader;
import org.jspecify.annotations.Nullable;

/** Reads Compose files into their documents. */
final class ComposeFiles {

  private final TextFiles files;
  private final @Nullable String standardInput;
  private final Problems problems;

  ComposeFiles(TextFiles files, @Nullable String standardInput, Problems problems) {
    this.files = files;
    this.standardInput = standardInput;
    this.problems = problems;
  }

  /** The documents of all files, in the order in which they are merged. */
  List<Mapping> read(List<Path> paths) {
    List<Mapping> documents = new ArrayList<>();
    for (Path path : paths) {
      text(path).ifPresent(text -> documents.addAll(documents(text)));
    }
    if (documents.isEmpty() && !problems.hasErrors()) {
      problems.error(
          null,
          "'" + files.nameOf(paths.get(0)) + "' is empty",
          "define a service under 'services'");
    }
    return documents;
  }

  private Optional<TextFiles.Text> text(Path path) {
    if (!path.toString().equals(Discovery.STANDARD_INPUT)) {
      return files.read(path, null);
    }
    if (standardInput == null) {
      problems.error(null, "'-' names the standard input, but there is none");
      return Optional.empty();
    }
    Source source = Source.of("standard input", standardInput);
    return Optional.of(new TextFiles.Text(source, standardInput));
  }

  private List<Mapping> documents(TextFiles.Text text) {
    Problems inFile = new Problems();
    List<Node> nodes = new YamlReader(text.source(), inFile).read(text.text());
    inFile.all().forEach(problems::add);
    List<Mapping> documents = new ArrayList<>();
    for (Node node : nodes) {
      if (node instanceof Mapping mapping) {
        documents.add(mapping);
      } else {
        problems.error(node.place(), "a Compose file is a mapping, not " + node.kind());
      }
    }
    return documents;
  }
}
