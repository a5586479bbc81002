package org.jcompose.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jcompose.canonical.CanonicalForm;
import org.jcompose.load.LoadRequest.Step;
import org.jcompose.model.Project;
import org.jcompose.model.UsedVariable;
import org.jcompose.problem.InvalidProjectException;
import org.jcompose.problem.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoveryTests {

  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectories(temporary.toRealPath().resolve("My.Project"));
  }

  @Test
  void filesAreFoundInTheFoldersAbove() throws IOException {
    write("compose.yaml", "services: {a: {image: x, volumes: ['./d:/d']}}");
    write("compose.override.yml", "services: {a: {image: y}}");
    Path below = Files.createDirectories(folder.resolve("deep/down"));
    Project project = load(LoadRequest.in(below));
    assertThat(project.name()).isEqualTo("myproject");
    assertThat(project.workingDir()).isEqualTo(folder);
    assertThat(project.files())
        .containsExactly(folder.resolve("compose.yaml"), folder.resolve("compose.override.yml"));
    assertThat(project.service("a").image()).isEqualTo("y");
    assertThat(project.service("a").volumes().get(0).source()).isEqualTo(folder + "/d");
  }

  @Test
  void theFirstOfSeveralNamesIsUsedWithAWarning() throws IOException {
    write("docker-compose.yml", "services: {old: {image: x}}");
    write("compose.yml", "services: {new: {image: x}}");
    LoadResult result = new Loader().load(LoadRequest.in(folder).build());
    assertThat(result.project().services()).containsOnlyKeys("new");
    assertThat(result.warnings())
        .map(Problem::message)
        .containsExactly("'compose.yml' is used, and 'docker-compose.yml' beside it is not");
  }

  @Test
  void noFileIsAProblemWithARemedy() {
    assertThatThrownBy(() -> load(LoadRequest.in(folder)))
        .isInstanceOf(InvalidProjectException.class)
        .hasMessage(
            "no Compose file in '%s' or any folder above it\n"
                + "  fix: create 'compose.yaml', or name a file with '-f'",
            folder);
  }

  @Test
  void namedFilesAreMergedInTheirOrder() throws IOException {
    write("sub/one.yaml", "services: {a: {image: one, volumes: ['./d:/d']}}");
    write("two.yaml", "services: {a: {image: two}}");
    Project project = load(LoadRequest.in(folder).files("sub/one.yaml", "two.yaml"));
    assertThat(project.service("a").image()).isEqualTo("two");
    assertThat(project.workingDir()).isEqualTo(folder.resolve("sub"));
    assertThat(project.name()).isEqualTo("sub");
    assertThat(project.service("a").volumes().get(0).source()).isEqualTo(folder + "/sub/d");
  }

  @Test
  void theStandardInputIsAFile() {
    Project project =
        load(
            LoadRequest.in(folder)
                .files("-")
                .standardInput("name: from-input\nservices: {a: {image: x}}"));
    assertThat(project.name()).isEqualTo("from-input");
    assertThat(project.workingDir()).isEqualTo(folder);
    assertThat(project.files()).isEmpty();
  }

  @Test
  void variablesOfDotenvSayWhichFilesAndName() throws IOException {
    write(".env", "COMPOSE_FILE=a.yaml;b.yaml\nCOMPOSE_PATH_SEPARATOR=;\nCOMPOSE_PROJECT_NAME=p1");
    write("a.yaml", "name: other\nservices: {a: {image: '${COMPOSE_PROJECT_NAME}'}}");
    write("b.yaml", "services: {b: {image: x, profiles: [extra]}}");
    Project project = load(LoadRequest.in(folder).environment(Map.of("COMPOSE_PROFILES", "extra")));
    assertThat(project.services()).containsOnlyKeys("a", "b");
    assertThat(project.name()).isEqualTo("p1");
    assertThat(project.service("a").image()).isEqualTo("p1");
  }

  @Test
  void environmentWinsOverEnvFilesAndLaterOnesOverEarlier() throws IOException {
    write("compose.yaml", "services: {a: {image: '$A-$B-$C'}}");
    write("1.env", "A=1\nB=1\nC=1");
    write("2.env", "B=2\nC=2");
    Map<String, String> environment = Map.of("C", "3");
    LoadRequest.Builder request = LoadRequest.in(folder).environment(environment);
    assertThat(image(request.envFiles(List.of("1.env", "2.env")))).isEqualTo("1-2-3");
    Map<String, String> listed = Map.of("COMPOSE_ENV_FILES", "1.env,2.env");
    assertThat(image(LoadRequest.in(folder).environment(listed))).isEqualTo("1-2-2");
  }

  @Test
  void dotenvBesideTheProjectCanBeSwitchedOff() throws IOException {
    write("compose.yaml", "services: {a: {image: 'x${A:-none}'}}");
    write(".env", "A=set");
    assertThat(image(LoadRequest.in(folder))).isEqualTo("xset");
    Map<String, String> off = Map.of("COMPOSE_DISABLE_ENV_FILE", "1");
    assertThat(image(LoadRequest.in(folder).environment(off))).isEqualTo("xnone");
  }

  @Test
  void whatADotenvSaysOfTheFilesIsKnownToTheOneBesideThem() throws IOException {
    write(".env", "COMPOSE_FILE=sub/compose.yaml\nA=above\nB=above");
    write("sub/.env", "B=below\nC=${A}-below");
    write("sub/compose.yaml", "services: {a: {image: '$A-$B-$C'}}");
    assertThat(image(LoadRequest.in(folder))).isEqualTo("above-above-above-below");
    assertThat(image(LoadRequest.in(folder).files("sub/compose.yaml"))).isEqualTo("-below--below");
  }

  @Test
  void aLaterEnvFileSeesItsOwnValuesFirst() throws IOException {
    write("compose.yaml", "services: {a: {image: '$B-$C-$D'}}");
    write("1.env", "B=1\nD=1");
    write("2.env", "B=2\nC=$B$D");
    assertThat(image(LoadRequest.in(folder).envFiles(List.of("1.env", "2.env"))))
        .isEqualTo("2-21-1");
  }

  @Test
  void theWorkingDirectoryIsAVariable() throws IOException {
    write("compose.yaml", "services: {a: {image: '$PWD'}}");
    assertThat(image(LoadRequest.in(folder))).isEqualTo(folder.toString());
  }

  @Test
  void aSwitchThatSaysNeitherYesNorNoIsAProblem() throws IOException {
    write("compose.yaml", "services: {a: {image: x}}");
    Map<String, String> unclear = Map.of("COMPOSE_DISABLE_ENV_FILE", "yes");
    assertThatThrownBy(() -> load(LoadRequest.in(folder).environment(unclear)))
        .hasMessage(
            "'COMPOSE_DISABLE_ENV_FILE' is 'yes', which says neither yes nor no\n"
                + "  fix: use 'true'");
  }

  @Test
  void aMissingFileIsAProblem() {
    assertThatThrownBy(
            () -> load(LoadRequest.in(folder).files("no.yaml").envFiles(List.of("no.env"))))
        .hasMessage("file 'no.env' does not exist\nfile 'no.yaml' does not exist");
  }

  @Test
  void projectNamesAreCheckedWhereTheyWereGiven() throws IOException {
    write("compose.yaml", "name: My Name\nservices: {a: {image: x}}");
    String rule =
        "it must begin with a lower-case letter or digit, and go on with these, '-' and '_'";
    assertThatThrownBy(() -> load(LoadRequest.in(folder)))
        .hasMessageStartingWith("compose.yaml:1:7: 'My Name' is no project name: " + rule)
        .hasMessageEndingWith("fix: use 'myname'");
    assertThatThrownBy(() -> load(LoadRequest.in(folder).projectName("-x")))
        .hasMessageStartingWith("'-x' is no project name");
  }

  @Test
  void namedServicesAreEnabledWhateverTheirProfiles() throws IOException {
    write("compose.yaml", "services: {a: {image: x}, b: {image: x, profiles: [p]}}");
    assertThat(load(LoadRequest.in(folder)).disabled()).containsOnlyKeys("b");
    assertThat(load(LoadRequest.in(folder).services(List.of("b"))).disabled()).isEmpty();
    assertThat(load(LoadRequest.in(folder).profiles(List.of("*"))).disabled()).isEmpty();
  }

  @Test
  void aNamedServiceBringsItsProfilesWithIt() throws IOException {
    write(
        "compose.yaml",
        "services: {a: {image: x, profiles: [p], depends_on: [b]}, b: {image: x, profiles: [p]}}");
    Project project = load(LoadRequest.in(folder).services(List.of("a")));
    assertThat(project.services()).containsOnlyKeys("a", "b");
  }

  @Test
  void aProfileWithoutANameIsActiveWhereNoneIsNamed() throws IOException {
    write("compose.yaml", "services: {a: {image: x, profiles: ['$NO']}, b: {image: x}}");
    assertThat(load(LoadRequest.in(folder)).services()).containsOnlyKeys("a", "b");
    assertThat(load(LoadRequest.in(folder).profiles(List.of("p"))).services())
        .containsOnlyKeys("b");
  }

  @Test
  void withoutNormalizationThereIsOnlyWhatTheFilesSay() throws IOException {
    write(
        "compose.yaml",
        "services: {a: {image: x, volumes: ['data:/v', './d:/d']}, b: {image: x, networks: [n,"
            + " m]}}\n"
            + "networks: {n: {}, m: {name: em}}\n"
            + "volumes: {data: {}}");
    Project project = load(LoadRequest.in(folder).without(Step.NORMALIZATION).without(Step.PATHS));
    assertThat(CanonicalForm.yaml(project))
        .isEqualTo(
            """
            name: myproject
            services:
              a:
                image: x
                volumes:
                  - type: volume
                    source: data
                    target: /v
                    volume: {}
                  - type: bind
                    source: ./d
                    target: /d
                    bind:
                      create_host_path: true
              b:
                image: x
                networks:
                  m: null
                  "n": null
            networks:
              m:
                name: em
              "n": {}
            volumes:
              data: {}
            """);
  }

  @Test
  void variablesInEnvFilesMayStandInOldEncodings() throws IOException {
    write("compose.yaml", "services: {a: {image: '$A'}}");
    Files.write(folder.resolve(".env"), new byte[] {'A', '=', 'x', '\n', '#', (byte) 0xe4});
    LoadResult result = new Loader().load(LoadRequest.in(folder).build());
    assertThat(result.project().service("a").image()).isEqualTo("x");
    assertThat(result.warnings())
        .map(Problem::describe)
        .containsExactly(
            ".env:2:2: warning: '.env' is not valid UTF-8 from here on\n  fix: save it as UTF-8");
  }

  @Test
  void usedVariablesNeedNotBeSet() throws IOException {
    write(
        "compose.yaml",
        "services: {a: {image: '${A:?need}$$X${B:-${C}}${D+${E}}${F', command: [\"$B\"]}}");
    assertThat(new Loader().usedVariables(LoadRequest.in(folder).build()).values())
        .containsExactly(
            new UsedVariable("A", true, "", ""),
            new UsedVariable("B", false, "${C}", ""),
            new UsedVariable("C", false, "", ""),
            new UsedVariable("D", false, "", "${E}"),
            new UsedVariable("E", false, "", ""));
  }

  @Test
  void invalidUtf8IsReportedAtItsPlace() throws IOException {
    Files.write(folder.resolve("compose.yaml"), new byte[] {'a', ':', '\n', ' ', (byte) 0xff});
    assertThatThrownBy(() -> load(LoadRequest.in(folder)))
        .hasMessageStartingWith("compose.yaml:2:2: 'compose.yaml' is not valid UTF-8 from here on");
  }

  @Test
  void placesReachTheProject() throws IOException {
    write("compose.yaml", "services:\n  a:\n    image: x\n    ports:\n      - 80\n");
    write("compose.override.yaml", "services:\n  a:\n    ports: [81]\n");
    Project project = load(LoadRequest.in(folder));
    assertThat(
            List.of("services.a", "services.a.image", "services.a.ports.0", "services.a.ports.1"))
        .map(path -> project.places().at(path).orElseThrow().toString())
        .containsExactly(
            "compose.override.yaml:2:3",
            "compose.yaml:3:5",
            "compose.yaml:5:9",
            "compose.override.yaml:3:13");
  }

  private static String image(LoadRequest.Builder request) {
    return load(request).service("a").image();
  }

  private static Project load(LoadRequest.Builder request) {
    return new Loader().load(request.build()).project();
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
