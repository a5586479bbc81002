package org.jcompose.scenario;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jcompose.engine.ContainerEngine;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.ContainerState.Health;
import org.jcompose.engine.Observed;

/** What an engine had of a project at one moment. */
public final class Sight {

  private final ContainerEngine engine;
  private final Observed observed;
  private final Path folder;

  Sight(ContainerEngine engine, Observed observed, Path folder) {
    this.engine = engine;
    this.observed = observed;
    this.folder = folder;
  }

  /** Compares the state of all containers, one {@code <service>: <state>} a line, by service. */
  public Sight shows(String expected) {
    assertThat(observed.containers().stream().map(Sight::line).collect(Collectors.joining()))
        .isEqualTo(expected);
    return this;
  }

  /** The first container of a service. */
  public Seen service(String name) {
    List<ContainerState> containers = observed.containersOf(name);
    assertThat(containers).as("containers of service '%s'", name).isNotEmpty();
    return new Seen(engine, engine.inspect(containers.get(0).id()));
  }

  /** Nothing carries the project's label, and nothing that was started for it lives. */
  public void showsNothing() {
    assertThat(observed).isEqualTo(Observed.nothing());
    assertThat(processesOf(folder)).as("processes").isEmpty();
  }

  private static String line(ContainerState container) {
    String health = container.health() == Health.NONE ? "" : ", " + container.health().word();
    String code = container.exitCode() == null ? "" : " " + container.exitCode();
    return container.service() + ": " + container.status().word() + code + health + "\n";
  }

  // Whatever was started for the scene has its home, whoever the parent is by now.
  private static List<String> processesOf(Path folder) {
    return ProcessHandle.allProcesses()
        .filter(process -> isOf(folder, process))
        .map(process -> process.pid() + " " + process.info().commandLine().orElse("?"))
        .toList();
  }

  private static boolean isOf(Path folder, ProcessHandle process) {
    try {
      Path variables = Path.of("/proc/" + process.pid() + "/environ");
      return Files.readString(variables, ISO_8859_1).contains("HOME=" + folder + "\0");
    } catch (IOException e) {
      // Ended meanwhile, is somebody else's, or this is no Linux.
      return false;
    }
  }
}
