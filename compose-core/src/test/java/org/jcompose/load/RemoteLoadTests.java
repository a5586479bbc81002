package org.jcompose.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jcompose.model.Project;
import org.jcompose.problem.InvalidProjectException;
import org.jcompose.problem.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a git repository, which lies in a folder that the real git takes for its server. */
class RemoteLoadTests {

  private static final String REPOSITORY = "https://git.example/project.git";

  @TempDir Path folder;

  @BeforeEach
  void makeRepository() throws IOException, InterruptedException {
    write(
        "server/work/compose.yaml", "services: {web: {image: remote, volumes: ['./data:/data']}}");
    write("server/work/base.yaml", "services: {base: {image: inherited}}");
    write("server/work/sub/compose.yml", "services: {sub: {image: nested}}");
    write("server/work/empty/readme", "");
    Path work = folder.resolve("server/work");
    Files.createSymbolicLink(work.resolve("link.yaml"), folder.resolve("here/compose.yaml"));
    git(work, "init", "-q", "-b", "main", ".");
    git(work, "add", ".");
    git(work, "-c", "user.name=a", "-c", "user.email=a@example", "commit", "-q", "-m", "first");
    git(work, "tag", "v1");
    git(folder.resolve("server"), "clone", "-q", "--bare", "work", "project.git");
  }

  @Test
  void aRepositoryIsIncluded() throws IOException {
    Project project = load("include: ['" + REPOSITORY + "']");
    assertThat(project.service("web").image()).isEqualTo("remote");
    assertThat(project.service("web").volumes().get(0).source())
        .startsWith(folder.resolve("home/.cache/jcompose/remote").toString())
        .endsWith("/data");
  }

  @Test
  void aServiceOfARepositoryIsExtended() throws IOException {
    String file = REPOSITORY + "#v1:base.yaml";
    Project project = load("services: {own: {extends: {file: '" + file + "', service: base}}}");
    assertThat(project.service("own").image()).isEqualTo("inherited");
  }

  @Test
  void aProjectOfARepositoryIsNamedLikeTheFolderWhereItIsUsed() throws IOException {
    write("here/compose.yaml", "");
    Project project = new Loader().load(request(REPOSITORY + "#main:sub")).project();
    assertThat(project.service("sub").image()).isEqualTo("nested");
    assertThat(project.name()).isEqualTo("here");
  }

  @Test
  void aCommitThatIsInTheCacheNeedsNoServer() throws IOException, InterruptedException {
    String commit = git(folder.resolve("server/work"), "rev-parse", "HEAD").strip();
    load("include: ['" + REPOSITORY + "#" + commit + "']");
    Files.move(folder.resolve("server"), folder.resolve("gone"));
    Project project = load("include: ['" + REPOSITORY + "#" + commit + "']");
    assertThat(project.service("web").image()).isEqualTo("remote");
  }

  @Test
  void whatCannotBeHadIsReportedWhereItIsNamed() throws IOException {
    assertThat(problem("#nope")).isEqualTo("'" + REPOSITORY + "' has no branch or tag 'nope'");
    assertThat(problem("#main:nope")).isEqualTo("'nope' in '" + REPOSITORY + "' does not exist");
    assertThat(problem("#main:empty"))
        .isEqualTo("'" + REPOSITORY + "#main:empty' has no Compose file");
  }

  @Test
  void nothingLeadsOutOfTheRepository() throws IOException {
    assertThat(problem("#main:../../x"))
        .isEqualTo("'../../x' in '" + REPOSITORY + "' leads out of the repository");
    assertThat(problem("#main:link.yaml"))
        .isEqualTo("'link.yaml' in '" + REPOSITORY + "' is a link out of the repository");
    assertThat(problem("#--upload-pack=x"))
        .isEqualTo("'--upload-pack=x' is no branch, tag or commit");
  }

  private String problem(String fragment) throws IOException {
    try {
      load("include: ['" + REPOSITORY + fragment + "']");
      return "none";
    } catch (InvalidProjectException e) {
      Problem problem = e.problems().get(0);
      assertThat(problem.place().toString()).isEqualTo("compose.yaml:1:11");
      return problem.message();
    }
  }

  private Project load(String text) throws IOException {
    write("here/compose.yaml", text);
    return new Loader().load(request()).project();
  }

  private LoadRequest request(String... files) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", System.getenv("PATH"));
    environment.put("HOME", folder.resolve("home").toString());
    environment.put("GIT_CONFIG_COUNT", "1");
    environment.put("GIT_CONFIG_KEY_0", "url." + folder.resolve("server") + "/.insteadOf");
    environment.put("GIT_CONFIG_VALUE_0", "https://git.example/");
    return LoadRequest.in(folder.resolve("here")).files(files).environment(environment).build();
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String git(Path at, String... arguments) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("git"));
    words.addAll(List.of(arguments));
    Process process = new ProcessBuilder(words).directory(at.toFile()).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output;
  }
}
