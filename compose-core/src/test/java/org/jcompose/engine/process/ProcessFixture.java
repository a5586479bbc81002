package org.jcompose.engine.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jcompose.engine.ContainerEngine;
import org.jcompose.engine.EngineSettings;
import org.jcompose.engine.Program;
import org.jcompose.model.Healthcheck;
import org.jcompose.model.Service;
import org.jcompose.testing.TestedEngines;

/** Process engines for tests, each with a state folder of the test's own. */
final class ProcessFixture {

  private ProcessFixture() {}

  /** Connects to the engine whose state is in the given folder. */
  static ContainerEngine open(Path state, String supervisor) {
    TestedEngines.record("process");
    return (ContainerEngine)
        new ProcessEngineProvider().endpoints(settings(state, supervisor)).get(0).open();
  }

  static EngineSettings settings(Path state, String supervisor) {
    return new EngineSettings(
        Map.of("PATH", "/usr/local/bin:/usr/bin:/bin", "XDG_STATE_HOME", state.toString()),
        state.resolve("home"),
        Map.of("process.supervisor", supervisor));
  }

  /** The engine on a host that knows neither sessions nor {@code /proc}, as macOS. */
  static ContainerEngine withoutSessions(Path state) {
    Map<String, String> environment = settings(state, "embedded").environment();
    return new ProcessEngine(root(state), environment, Launcher.embedded(new Host(null, false)));
  }

  static StateRoot root(Path state) {
    return StateRoot.of(settings(state, "embedded"));
  }

  static Service.Builder service(String name, Program program) {
    return shell(name, program.shell());
  }

  /** A service that runs a script. */
  static Service.Builder shell(String name, String script) {
    return Service.builder(name)
        .command(List.of("/bin/sh", "-c", script))
        .extensions(Map.of(XProcess.KEY, Map.of()));
  }

  static Healthcheck check(String script, java.time.Duration interval, int retries) {
    return new Healthcheck(
        List.of("CMD-SHELL", script), interval, null, retries, null, null, false);
  }
}
