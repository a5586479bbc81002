package org.jcompose.load;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jcompose.model.Project;
import org.jcompose.problem.InvalidProjectException;
import org.jcompose.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A hostile file costs bounded time and memory, and ends in a clear error. */
@Timeout(120)
class BoundsTests {

  @Test
  void portsThatRangesExpandToAreBounded() {
    String ranges = "    - '1-65535:1-65535'\n".repeat(1_000);
    List<Problem> problems = problems("services:\n  a:\n    image: x\n    ports:\n" + ranges);
    assertThat(problems)
        .extracting(Problem::message)
        .containsOnly("the project has more ports than can be handled");
  }

  @Test
  void thousandsOfProblemsAreCounted() {
    String keys =
        IntStream.range(0, 50_000)
            .mapToObj(i -> "    imag" + i + ": 1\n")
            .collect(Collectors.joining());
    List<Problem> problems = problems("services:\n  a:\n    image: x\n" + keys);
    assertThat(problems).hasSize(1_001);
    assertThat(problems.get(1_000).message())
        .isEqualTo("there are 49000 more problems than are shown");
  }

  @Test
  void hugeNumbersAreNoNumbers() {
    String digits = "9".repeat(1_000_000);
    List<Problem> problems =
        problems(
            "services: {a: {image: x, scale: "
                + digits
                + ", stop_grace_period: 1"
                + digits
                + "s}}");
    assertThat(problems)
        .extracting(Problem::message)
        .containsExactly(
            "'services.a.scale' must be a whole number, not '" + "9".repeat(60) + "...'",
            "'services.a.stop_grace_period' must be a duration with its unit, such as '1m30s', not '1"
                + "9".repeat(59)
                + "...'");
  }

  @Test
  void manyWrongVariablesInOneValueCostLittle() {
    List<Problem> problems = problems("x-a: '" + "${} ".repeat(100_000) + "'\n");
    assertThat(problems).hasSizeBetween(100, 1_001);
  }

  @Test
  void bombsOfAliasesAreCounted() {
    String lists = bomb("x-%d: &a%d [%s]%n", "*a%d, ");
    String keys = bomb("x-%d: &a%d {%s}%n", "k%2$d: *a%d, ");
    for (String bomb : List.of(lists, keys)) {
      assertThat(messages("x-0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + bomb))
          .containsExactly("more than a million values, aliases expanded");
    }
  }

  @Test
  void bombsOfMergeKeysAreCounted() {
    String parents = "x-a: &a {" + numbered(1_000, "k%d: v, ") + "}\n";
    String merged = numbered(2_000, "x-%d: {<<: [*a, *a, *a]}\n");
    assertThat(messages(parents + merged))
        .containsExactly("more than a million values, aliases expanded");
  }

  @Test
  void anAnchorMayBeDefinedAgainButNotHoldItself() {
    assertThat(load("x-a: &a 1\nx-b: &a 2\nx-c: *a\nservices: {a: {image: x}}").extensions())
        .containsEntry("x-c", 2L);
    assertThat(messages("x-a: &a [*a]")).containsExactly("alias '*a' refers to what contains it");
  }

  @Test
  void valuesAndDocumentsOfAFileAreCounted() {
    assertThat(messages("x-a:\n" + "- a\n".repeat(2_000_000)))
        .containsExactly("more than a million values, aliases expanded");
    assertThat(messages("---\nx-a: 1\n".repeat(100_000)))
        .containsExactly("more than 100 documents in one file");
  }

  @Test
  void manyLinesAndLongLinesAreRead() {
    Project project =
        load(
            "services: {a: {image: x}}\n"
                + "# comment\n".repeat(1_000_000)
                + "x-a: "
                + "a".repeat(3_000_000));
    assertThat((String) project.extensions().get("x-a")).hasSize(3_000_000);
  }

  @Test
  void keysHaveALength() {
    assertThat(messages("services:\n  ? " + "k".repeat(1_000_000) + "\n  : {image: x}"))
        .containsExactly("a key of more than 1024 characters");
  }

  @Test
  void oneMessageIsNoLongerThanAPage() {
    List<String> messages = messages("name: '" + "-A".repeat(1_000_000) + "'\nservices: {}\n");
    assertThat(messages).allMatch(message -> message.length() < 2_100);
  }

  @Test
  void valuesThatVariablesMakeAreBounded() {
    Map<String, String> big = Map.of("BIG", "b".repeat(1_000_000));
    assertThat(
            problems(request("x-a: '" + "${BIG}${NO:-${BIG}}".repeat(100) + "'").environment(big)))
        .extracting(Problem::message)
        .contains("variables make the project's values too long");
    String nested = "${A:-".repeat(100_000) + "}".repeat(100_000);
    assertThat(messages("services: {a: {image: '" + nested + "'}}"))
        .singleElement(as(STRING))
        .startsWith("'${A:-${A:-")
        .endsWith("...' is no valid interpolation");
  }

  @Test
  void aVariableThatDoublesItselfIsStopped(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("compose.yaml"), "services: {a: {image: x}}\n");
    Files.writeString(folder.resolve(".env"), "A=aaaaaaaa\n" + "A=$A$A\n".repeat(40));
    assertThat(problems(LoadRequest.in(folder)).get(0).describe())
        .startsWith(".env:23:3: variables make the project's values too long");
  }

  @Test
  void filesThatAreNoFilesAreRefused(@TempDir Path folder) throws IOException {
    Files.createDirectory(folder.resolve("folder"));
    Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
    Files.createSymbolicLink(folder.resolve("zero"), Path.of("/dev/zero"));
    Files.write(folder.resolve("big"), new byte[17 << 20]);
    for (String file : List.of("folder", "loop", "zero", "big", "/proc/self/mem")) {
      assertThat(problems(LoadRequest.in(folder).files(file)))
          .extracting(Problem::message)
          .containsExactly(NO_FILES.get(file));
    }
  }

  private static final Map<String, String> NO_FILES =
      Map.of(
          "folder", "'folder' is a folder, not a file",
          "loop",
              "cannot read file 'loop': Too many levels of symbolic links or unable to access"
                  + " attributes of symbolic link",
          "zero", "'zero' is a pipe or a device, not a file",
          "big", "'big' is longer than 16 MiB",
          "/proc/self/mem", "cannot read file '/proc/self/mem': Input/output error");

  @Test
  void aPipeIsRefusedBeforeAnyoneWaitsForIt(@TempDir Path folder) throws Exception {
    Path pipe = folder.resolve("pipe");
    new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
    assertThat(problems(LoadRequest.in(folder).files("pipe")))
        .extracting(Problem::message)
        .containsExactly("'pipe' is a pipe or a device, not a file");
  }

  @Test
  void aForbiddenFileIsCalledSo() {
    assertThat(TextFiles.reason(new AccessDeniedException("/srv/a")))
        .isEqualTo("permission denied");
    assertThat(TextFiles.reason(new FileSystemException("/srv/a"))).contains("no reason");
  }

  @Test
  void utf16WithAByteOrderMarkIsRead(@TempDir Path folder) throws IOException {
    String text = "\uFEFFname: demo\nservices: {a: {image: 'é😀'}}\n";
    for (Charset charset : List.of(UTF_16LE, UTF_16BE, UTF_8)) {
      Files.write(folder.resolve("compose.yaml"), text.getBytes(charset));
      Project project = new Loader().load(LoadRequest.in(folder).build()).project();
      assertThat(project.service("a").image()).isEqualTo("é😀");
    }
    Files.write(folder.resolve("compose.yaml"), text.getBytes(Charset.forName("UTF-32LE")));
    assertThat(problems(LoadRequest.in(folder)).get(0).describe())
        .startsWith("compose.yaml:1:1: 'compose.yaml' is not valid UTF-8 from here on");
  }

  @Test
  void aCharacterMayCrossTheScannersBuffer() {
    Project project = load("services: {a: {image: x}}\nx-a: '" + "😀".repeat(1_000_000) + "'\n");
    assertThat((String) project.extensions().get("x-a")).hasSize(2_000_000);
  }

  @Test
  void filesReadManyTimesOverAreCounted(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("big.env"), "A='" + "a".repeat(1 << 20) + "'\n");
    String services = numbered(100, "  s%d: {image: x, env_file: big.env}\n");
    Files.writeString(folder.resolve("compose.yaml"), "services:\n" + services);
    assertThat(problems(LoadRequest.in(folder)))
        .extracting(Problem::message)
        .contains("the project reads too much: more than 64 MiB up to 'big.env'");
  }

  @Test
  void numbersBeyondAllBoundsAreWhatDockerComposeTakesThemFor() {
    Project project =
        load("services: {a: {image: x}}\nx-a: 1e400\nx-b: 123456789012345678901234567890\n");
    assertThat(project.extensions()).containsEntry("x-a", "1e400");
    assertThat(project.extensions()).containsEntry("x-b", 1.2345678901234568e29);
  }

  @Test
  void thousandsOfUndefinedNamesInALargeProjectAreReported() {
    String services = numbered(20_000, "  service%d: {image: x, depends_on: [servixe%<d]}\n");
    assertThat(problems(request("services:\n" + services))).hasSize(1_001);
  }

  @Test
  void manyCyclesAndManyWaysAroundACycleAreFound() {
    String pairs =
        numbered(
            5_000,
            "  a%d: {image: x, depends_on: [b%<d, z]}\n  b%<d: {image: x, depends_on: [a%<d]}\n");
    String all = "depends_on: [" + numbered(500, "s%d, ") + "]";
    assertThat(messages("services:\n  z: {image: x}\n" + pairs)).hasSize(1_001);
    assertThat(messages("services:\n" + numbered(500, "  s%d: {image: x, " + all + "}\n")))
        .containsExactly("services depend on one another in a cycle: 's0' -> 's0'");
  }

  @Test
  void includesThatDoubleAtEachStepAreCounted(@TempDir Path folder) throws IOException {
    for (int i = 0; i < 30; i++) {
      String next = folder.resolve("f" + (i + 1) + ".yaml").toString();
      String item = "  - {path: " + next + ", project_directory: %s}\n";
      Files.writeString(
          folder.resolve("f" + i + ".yaml"),
          "include:\n" + String.format(item, "a") + String.format(item, "b"));
    }
    Files.writeString(folder.resolve("f30.yaml"), "x-a: 1\n");
    assertThat(problems(LoadRequest.in(folder).files("f0.yaml")))
        .extracting(Problem::message)
        .containsOnly("more than 10000 includes");
  }

  @Test
  void includesOfTheSameCostOneEach(@TempDir Path folder) throws IOException {
    for (int i = 0; i < 40; i++) {
      String next = "f" + (i + 1) + ".yaml";
      Files.writeString(folder.resolve("f" + i + ".yaml"), "include: [" + next + ", " + next + "]");
    }
    Files.writeString(folder.resolve("f40.yaml"), "services: {a: {image: x}}\n");
    Project project = new Loader().load(LoadRequest.in(folder).files("f0.yaml").build()).project();
    assertThat(project.services()).containsOnlyKeys("a");
  }

  @Test
  void servicesThatInheritFromOneAnotherInALongChainAreBounded() {
    StringBuilder services = new StringBuilder("services:\n  s0: {image: x}\n");
    for (int i = 1; i < 5_000; i++) {
      services.append("  s").append(i).append(": {extends: {service: s").append(i - 1);
      services.append("}, labels: {l").append(i).append(": x}}\n");
    }
    assertThat(problems(services.toString()))
        .first()
        .extracting(Problem::message)
        .isEqualTo("this inherits more than all services together may");
  }

  @Test
  void alternativesWithinAlternativesAreLookedIntoSoFar() {
    String nested = "${A:+".repeat(20_000) + "x" + "}".repeat(20_000);
    LoadRequest request = request("services: {a: {image: '" + nested + "'}}").build();
    assertThat(new Loader().usedVariables(request)).containsOnlyKeys("A");
  }

  private static String bomb(String line, String item) {
    StringBuilder bomb = new StringBuilder();
    for (int i = 1; i < 20; i++) {
      StringBuilder items = new StringBuilder();
      for (int j = 0; j < 10; j++) {
        items.append(String.format(item, i - 1, j));
      }
      bomb.append(String.format(line, i, i, items));
    }
    return bomb.toString();
  }

  private static String numbered(int count, String line) {
    return IntStream.range(0, count)
        .mapToObj(i -> String.format(line, i))
        .collect(Collectors.joining());
  }

  private static Project load(String text) {
    return new Loader().load(request(text).build()).project();
  }

  private static LoadRequest.Builder request(String text) {
    return LoadRequest.in(Path.of("/srv")).files("-").standardInput(text);
  }

  private static List<String> messages(String text) {
    return problems(text).stream().map(Problem::message).toList();
  }

  private static List<Problem> problems(String text) {
    return problems(request(text));
  }

  private static List<Problem> problems(LoadRequest.Builder request) {
    return catchThrowableOfType(
            InvalidProjectException.class, () -> new Loader().load(request.build()))
        .problems();
  }
}
