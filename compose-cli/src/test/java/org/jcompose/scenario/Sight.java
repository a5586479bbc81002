package org.jcompose.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jcompose.engine.ContainerEngine;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.ContainerState.Health;
import org.jcompose.engine.Observed;
import org.jcompose.testing.Survivors;

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

  /** The ids of the containers of a service, by number. */
  public List<String> ids(String service) {
    return observed.containersOf(service).stream().map(ContainerState::id).toList();
  }

  /** Nothing carries the project's label, and nothing that was started for it lives. */
  public void showsNothing() {
    assertThat(observed).isEqualTo(Observed.nothing());
    assertThat(Survivors.of(folder)).as("processes").isEmpty();
  }

  private static String line(ContainerState container) {
    String health = container.health() == Health.NONE ? "" : ", " + container.health().word();
    String code = container.exitCode() == null ? "" : " " + container.exitCode();
    return container.service() + ": " + container.status().word() + code + health + "\n";
  }
}
