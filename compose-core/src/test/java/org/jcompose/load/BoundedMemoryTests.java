package org.jcompose.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jcompose.canonical.CanonicalForm;
import org.jcompose.problem.InvalidProjectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a file of the largest size costs, in a process that has 256 MiB and no more. */
@Timeout(180)
class BoundedMemoryTests {

  private static final int MOST = 16 << 20;

  @TempDir private Path folder;

  @Test
  void manyValuesAreRefusedInTime() throws Exception {
    assertThat(said("x-a:\n" + "- a\n".repeat(MOST / 4 - 2)))
        .isEqualTo("more than a million values, aliases expanded");
    assertThat(said("x-a: [" + "a,".repeat(MOST / 2 - 8) + "]\n"))
        .isEqualTo("more than a million values, aliases expanded");
  }

  @Test
  void linesCostNothing() throws Exception {
    assertThat(said("services: {a: {image: x}}\n" + "\n".repeat(MOST - 100))).isEqualTo("loaded");
  }

  @Test
  void oneLongValueIsRead() throws Exception {
    assertThat(said("services: {a: {image: x}}\nx-a: " + "a".repeat(MOST - 100)))
        .isEqualTo("loaded");
  }

  @Test
  void whatIsLongerIsNotReadToItsEnd() throws Exception {
    assertThat(said("#".repeat(50 << 20))).isEqualTo("'compose.yaml' is longer than 16 MiB");
  }

  private String said(String text) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("compose.yaml"), text);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        List.of(
            java,
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            BoundedMemoryTests.class.getName(),
            folder.toString());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said.strip();
  }

  /** Loads the project in the folder, prints it to nowhere, and says how that went. */
  public static void main(String[] folder) {
    try {
      LoadRequest request = LoadRequest.in(Path.of(folder[0])).build();
      CanonicalForm.json(new Loader().load(request).project());
      System.out.println("loaded");
    } catch (InvalidProjectException e) {
      System.out.println(e.problems().get(0).message());
    }
  }
}
