package org.jcompose.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jcompose.problem.InvalidProjectException;
import org.jcompose.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code docs/errors.md} shows files and what is said of them: each block of an example is a file,
 * and its last one, {@code text}, is what the loader says. To write the page anew: {@code mvn -pl
 * compose-core test -Dtest=ErrorPageTests -Derrors.write=true}.
 */
class ErrorPageTests {

  private static final Path PAGE = Path.of("../docs/errors.md").toAbsolutePath().normalize();
  private static final String FENCE = "```";

  @TempDir Path folder;

  private final Map<String, String> files = new LinkedHashMap<>();
  private final List<String> withoutProblems = new ArrayList<>();
  private int examples;

  @Test
  void pageShowsWhatIsSaid() throws IOException {
    String page = Files.readString(PAGE);
    String actual = written(page.lines().toList());
    if (Boolean.getBoolean("errors.write")) {
      Files.writeString(PAGE, actual);
    }
    assertThat(withoutProblems).as("examples of nothing").isEmpty();
    assertThat(examples).isGreaterThanOrEqualTo(50);
    assertThat(page)
        .as("write it anew: mvn -pl compose-core test -Dtest=ErrorPageTests -Derrors.write=true")
        .isEqualTo(actual);
  }

  private String written(List<String> lines) throws IOException {
    StringBuilder page = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      page.append(line).append('\n');
      if (line.startsWith(FENCE)) {
        int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf(FENCE);
        String block =
            lines.subList(i + 1, end).stream().map(it -> it + "\n").collect(Collectors.joining());
        page.append(block(line.substring(FENCE.length()), block)).append(FENCE).append('\n');
        i = end;
      }
    }
    return page.toString();
  }

  private String block(String info, String block) throws IOException {
    if (!info.equals("text")) {
      files.put(
          info.equals("yaml") ? "compose.yaml" : info.substring(info.indexOf(' ') + 1), block);
      return block;
    }
    Path project = Files.createDirectory(folder.resolve("example" + ++examples));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(project.resolve(file.getKey()), file.getValue());
    }
    String said = said(project);
    if (said.isEmpty()) {
      withoutProblems.add(String.valueOf(files));
    }
    files.clear();
    return said;
  }

  private static String said(Path project) {
    List<Problem> problems;
    try {
      LoadRequest request =
          LoadRequest.in(project)
              .projectName("demo")
              .environment(Map.of("REGION", "north", "HOME", "/root"))
              .build();
      problems = new Loader().load(request).warnings();
    } catch (InvalidProjectException e) {
      problems = e.problems();
    }
    return problems.stream()
        .map(problem -> problem.describe() + "\n")
        .collect(Collectors.joining())
        .replace(project.toString(), "/demo");
  }
}
