package org.jcompose.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jcompose.canonical.CanonicalForm;
import org.jcompose.canonical.ConfigHash;
import org.jcompose.model.Project;
import org.jcompose.problem.InvalidProjectException;
import org.jcompose.problem.Problem;
import org.jcompose.problem.Problems;
import org.jcompose.problem.Source;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.YamlReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each folder under {@code load} is a project. What is wrong with it is written as {@code #
 * problem: ...} or {@code # warning: ...} at the end of the guilty line, or {@code # problem above:
 * ...} on the line below it; several are separated by {@code ;;}. What a project without errors
 * comes to is in {@code expected.yaml}, the hashes of its services, if a case has them, in {@code
 * expected.hash}, and whole error texts, if a case shows them, in {@code expected.txt}.
 */
class LoadCasesTests {

  private static final Path CASES = Path.of("src/test/resources/load").toAbsolutePath();

  @TestFactory
  Stream<DynamicTest> everyCaseLoadsAsItSays() throws IOException {
    List<Path> folders;
    try (Stream<Path> found = Files.list(CASES)) {
      folders = found.sorted().toList();
    }
    assertThat(folders).hasSizeGreaterThan(20);
    return folders.stream().map(it -> dynamicTest(it.getFileName().toString(), () -> check(it)));
  }

  /** The model's own list of what a service says is that of the canonical form. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "all-attributes",
        "limits",
        "namespaces",
        "devices",
        "extra-hosts",
        "logging",
        "mounts",
        "network-uses",
        "build",
        "deploy",
        "device-requests",
        "lifecycle",
        "configs-and-secrets",
        "models",
        "nested-extensions",
        "newer-than-docker-compose"
      })
  void everyAttributeIsGivenThatIsPrinted(String folder) {
    Project project = new Loader().load(LoadRequest.in(CASES.resolve(folder)).build()).project();
    String printed = CanonicalForm.yaml(project);
    Node root = new YamlReader(Source.of("", printed), new Problems()).read(printed).get(0);
    View services = new View((Node.Mapping) root).view("services");
    for (String name : project.services().keySet()) {
      assertThat(project.service(name).given())
          .as(name)
          .containsExactlyInAnyOrderElementsOf(
              services.view(name).entries().stream()
                  .map(Node.Entry::key)
                  .filter(key -> !key.startsWith("x-"))
                  .toList());
    }
  }

  private static void check(Path folder) throws IOException {
    LoadRequest request = LoadRequest.in(folder).projectName("demo").build();
    List<Problem> problems;
    String canonical = null;
    String hashes = null;
    try {
      LoadResult result = new Loader().load(request);
      problems = result.warnings();
      canonical = CanonicalForm.yaml(result.project()).replace(folder.toString(), "/demo");
      hashes = hashes(folder);
    } catch (InvalidProjectException e) {
      problems = e.problems();
    }
    assertThat(problems.stream().map(LoadCasesTests::line).sorted().toList())
        .isEqualTo(annotations(folder));
    checkText(folder.resolve("expected.yaml"), canonical, folder);
    if (Files.exists(folder.resolve("expected.hash"))) {
      assertThat(hashes).isEqualTo(Files.readString(folder.resolve("expected.hash")));
    }
    checkText(folder.resolve("expected.txt"), described(problems), folder);
  }

  /** In the lines of {@code docker compose config --hash '*'}. */
  private static String hashes(Path folder) {
    LoadRequest.Builder request = LoadRequest.in(folder).projectName("demo");
    Project project =
        new Loader().load(request.without(LoadRequest.Step.ENVIRONMENT).build()).project();
    StringBuilder hashes = new StringBuilder();
    Relocation relocation = new Relocation(folder.toString(), "/demo");
    project
        .services()
        .forEach(
            (name, service) ->
                hashes
                    .append(name)
                    .append(' ')
                    .append(ConfigHash.of(relocation.of(service)))
                    .append('\n'));
    return hashes.toString();
  }

  private static void checkText(Path file, String actual, Path folder) throws IOException {
    if (Files.exists(file)) {
      assertThat(actual).isEqualTo(Files.readString(file));
    } else {
      boolean hasErrors = !Files.exists(folder.resolve("expected.yaml"));
      assertThat(hasErrors && annotations(folder).isEmpty()).as("checks nothing").isFalse();
    }
  }

  private static String described(List<Problem> problems) {
    StringBuilder text = new StringBuilder();
    problems.forEach(problem -> text.append(problem.describe()).append('\n'));
    return text.toString();
  }

  private static String line(Problem problem) {
    String where = problem.place() == null ? "-" : at(problem);
    String kind = problem.isError() ? "problem" : "warning";
    return where + " " + kind + ": " + problem.message();
  }

  private static String at(Problem problem) {
    return problem.place().source().name() + ":" + problem.place().line();
  }

  private static List<String> annotations(Path folder) throws IOException {
    List<String> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (!file.getFileName().toString().startsWith("expected.")) {
          annotations(folder.relativize(file).toString(), Files.readAllLines(file), all);
        }
      }
    }
    return all.stream().sorted().toList();
  }

  private static void annotations(String name, List<String> lines, List<String> all) {
    for (int i = 0; i < lines.size(); i++) {
      for (String kind : List.of("problem", "warning")) {
        add(lines.get(i), "# " + kind + ": ", name + ":" + (i + 1) + " " + kind, all);
        add(lines.get(i), "# " + kind + " above: ", name + ":" + i + " " + kind, all);
        add(lines.get(i), "# " + kind + " without a place: ", "- " + kind, all);
      }
    }
  }

  private static void add(String line, String mark, String where, List<String> all) {
    int at = line.indexOf(mark);
    if (at >= 0) {
      String rest = line.substring(at + mark.length()).replaceFirst(" # (problem|warning): .*", "");
      Stream.of(rest.split(" ;; ", -1)).forEach(message -> all.add(where + ": " + message));
    }
  }
}
