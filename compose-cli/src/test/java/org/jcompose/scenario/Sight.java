package org.jcompose.scenario;

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

  /** Nothing carries the project's label, and nothing that was started in its folder lives. */
  public void showsNothing() {
    assertThat(observed).isEqualTo(Observed.nothing());
    assertThat(processesIn(folder)).as("processes in '%s'", folder).isEmpty();
  }

  private static String line(ContainerState container) {
    String health = container.health() == Health.NONE ? "" : ", " + container.health().word();
    String code = container.exitCode() == null ? "" : " " + container.exitCode();
    return container.service() + ": " + container.status().word() + code + health + "\n";
  }

  // What a program started has its folder too, whoever its parent is by now.
  private static List<String> processesIn(Path folder) {
    return ProcessHandle.allProcesses()
        .filter(process -> isIn(folder, process))
        .map(process -> process.pid() + " " + process.info().commandLine().orElse("?"))
        .toList();
  }

  private static boolean isIn(Path folder, ProcessHandle process) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd")).startsWith(folder);
    } catch (IOException e) {
      // Ended meanwhile, or this is no Linux.
      return false;
    }
  }
}
