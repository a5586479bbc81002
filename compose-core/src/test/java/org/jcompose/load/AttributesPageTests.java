package org.jcompose.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jcompose.load.Shape.Fields;
import org.jcompose.load.Shape.Items;
import org.jcompose.load.Shape.Named;
import org.jcompose.problem.Problems;
import org.jcompose.problem.Source;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Sequence;
import org.jcompose.yaml.YamlReader;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/attributes.md} names for each row of the table of attributes the load cases that use
 * it and are accepted. To write the page anew: {@code mvn -pl compose-core test
 * -Dtest=AttributesPageTests -Dattributes.write=true}.
 */
class AttributesPageTests {

  private static final Path PAGE = Path.of("../docs/attributes.md").toAbsolutePath().normalize();
  private static final Path CASES = Path.of("src/test/resources/load").toAbsolutePath();
  private static final String HEAD = "| attribute | load cases |\n|---|---|\n";

  private final Map<String, Set<String>> casesByAttribute = new TreeMap<>();

  @Test
  void everyAttributeHasACaseAndThePageNamesIt() throws IOException {
    addRows(Attributes.FILE, "");
    for (Path folder : acceptedCases()) {
      addCase(folder);
    }
    String page = Files.readString(PAGE);
    String actual = page.substring(0, page.indexOf(HEAD)) + HEAD + rows();
    if (Boolean.getBoolean("attributes.write")) {
      Files.writeString(PAGE, actual);
    }
    assertThat(casesByAttribute).hasSizeGreaterThan(250);
    assertThat(casesByAttribute.entrySet().stream().filter(e -> e.getValue().isEmpty()))
        .as("attributes without a case")
        .isEmpty();
    assertThat(page)
        .as("write it anew: mvn -pl compose-core test -D... as in the comment on this class")
        .isEqualTo(actual);
  }

  private void addRows(Shape shape, String path) {
    if (shape instanceof Fields fields) {
      for (Attribute attribute : fields.attributes().values()) {
        String inner = path.isEmpty() ? attribute.name() : path + "." + attribute.name();
        casesByAttribute.put(inner, new TreeSet<>());
        addRows(attribute.shape(), inner);
      }
    } else if (shape instanceof Named named) {
      addRows(named.value(), path + ".*");
    } else if (shape instanceof Items items) {
      addRows(items.item(), path + ".*");
    }
  }

  private static List<Path> acceptedCases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.filter(it -> Files.exists(it.resolve("expected.yaml"))).sorted().toList();
    }
  }

  private void addCase(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files =
          all.filter(it -> it.toString().endsWith(".yaml") && !it.endsWith("expected.yaml"))
              .toList();
    }
    for (Path file : files) {
      for (Node root : nodes(file)) {
        collect(Attributes.FILE, root, "", folder.getFileName().toString());
      }
    }
  }

  private static List<Node> nodes(Path file) throws IOException {
    String text = Files.readString(file);
    Problems problems = new Problems();
    FileContext context =
        new FileContext(
            file.getParent(),
            false,
            null,
            problems,
            new Allowance(Integer.MAX_VALUE),
            Provenance.ofProblems());
    List<Node> canonical = new ArrayList<>();
    for (Node root : new YamlReader(Source.of("", text), problems).read(text)) {
      Node node = new Canonical(context).apply(Attribute.of("", Attributes.FILE), root, "");
      if (node != null) {
        canonical.add(node);
      }
    }
    return canonical;
  }

  private void collect(Shape shape, Node node, String path, String name) {
    if (node instanceof Sequence list && shape instanceof Items items) {
      list.items().forEach(item -> collect(items.item(), item, path + ".*", name));
    } else if (node instanceof Mapping mapping) {
      for (Node.Entry entry : mapping.entries()) {
        Shape within = Shapes.within(shape, entry.key());
        if (within != null) {
          String key = shape instanceof Named ? "*" : entry.key();
          String inner = path.isEmpty() ? key : path + "." + key;
          casesByAttribute.getOrDefault(inner, new TreeSet<>()).add(name);
          collect(within, entry.value(), inner, name);
        }
      }
    }
  }

  private String rows() {
    StringBuilder rows = new StringBuilder();
    casesByAttribute.forEach(
        (attribute, cases) ->
            rows.append("| `")
                .append(attribute)
                .append("` | ")
                .append(String.join(", ", cases))
                .append(" |\n"));
    return rows.toString();
  }
}
