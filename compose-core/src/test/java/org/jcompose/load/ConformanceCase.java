package org.jcompose.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jcompose.canonical.CanonicalForm;
import org.jcompose.canonical.ConfigHash;
import org.jcompose.model.Project;
import org.jcompose.problem.InvalidProjectException;
import org.jcompose.problem.Problem;

/** A folder with a project, the arguments to load it with, and what Docker Compose makes of it. */
record ConformanceCase(Path folder) {

  private static final String REFERENCE_FOLDER = "/project";

  enum Outcome {
    AGREES,
    REFUSED_AS_EXPECTED,
    DISAGREES
  }

  record Verdict(Outcome outcome, String why) {}

  String name() {
    return folder.getFileName().toString();
  }

  Verdict verdict() throws IOException {
    try {
      Project project = load(false);
      if (!isAccepted()) {
        return disagrees("accepted, but the reference refuses it");
      }
      return compare(project);
    } catch (InvalidProjectException e) {
      return refusal(e);
    }
  }

  private boolean isAccepted() {
    return Files.exists(folder.resolve("expected.json"));
  }

  private Verdict refusal(InvalidProjectException e) {
    if (!isAccepted()) {
      return new Verdict(Outcome.REFUSED_AS_EXPECTED, "");
    }
    return disagrees(
        "refused: "
            + e.problems().stream().filter(Problem::isError).map(Problem::message).toList());
  }

  private Verdict compare(Project project) throws IOException {
    String text = CanonicalForm.json(project).replace(projectFolder(), REFERENCE_FOLDER);
    JsonNode expected = new ObjectMapper().readTree(folder.resolve("expected.json").toFile());
    JsonNode actual = new ObjectMapper().readTree(text);
    if (!expected.equals(actual)) {
      return disagrees("expected " + expected + " but got " + actual);
    }
    return compareHashes();
  }

  private Verdict compareHashes() throws IOException {
    Path file = folder.resolve("hash");
    Map<String, String> expected = new TreeMap<>();
    if (!Files.exists(file)) {
      return new Verdict(Outcome.AGREES, "");
    }
    for (String line : Files.readAllLines(file)) {
      int space = line.indexOf(' ');
      if (space > 0) {
        expected.put(line.substring(0, space), line.substring(space + 1));
      }
    }
    Map<String, String> actual = new TreeMap<>();
    Relocation relocation = new Relocation(projectFolder(), REFERENCE_FOLDER);
    load(true)
        .services()
        .forEach((name, service) -> actual.put(name, ConfigHash.of(relocation.of(service))));
    return expected.equals(actual)
        ? new Verdict(Outcome.AGREES, "")
        : disagrees("expected hashes " + expected + " but got " + actual);
  }

  private String projectFolder() {
    return folder.resolve("project").toString();
  }

  private Project load(boolean forHashes) throws IOException {
    LoadRequest.Builder request =
        LoadRequest.in(folder.resolve("project"))
            .projectName(null)
            .files(files())
            .environment(Map.of("HOME", "/root", "LANG", "C.UTF-8", "PATH", "/bin"));
    if (lines("options").contains("--no-consistency")) {
      request.without(LoadRequest.Step.CONSISTENCY);
    }
    if (forHashes) {
      request.without(LoadRequest.Step.ENVIRONMENT);
    }
    return new Loader().load(request.build()).project();
  }

  private List<String> files() throws IOException {
    List<String> files = new ArrayList<>(lines("args"));
    files.removeIf(argument -> argument.equals("-f"));
    return files;
  }

  private List<String> lines(String file) throws IOException {
    Path path = folder.resolve(file);
    return Files.exists(path) ? Files.readAllLines(path) : List.of();
  }

  private static Verdict disagrees(String why) {
    return new Verdict(Outcome.DISAGREES, why);
  }
}
