package org.jcompose.scenario;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jcompose.engine.ContainerEngine;
import org.jcompose.engine.EngineProvider;
import org.jcompose.engine.EngineSettings;
import org.jcompose.testing.TestEngine;

/** What scenarios run on. */
public enum World {
  /** Processes of this machine. */
  PROCESS("process", null),
  DOCKER("docker", TestEngine.DOCKER),
  DOCKER_OLD("docker", TestEngine.DOCKER_OLD),
  PODMAN("docker", TestEngine.PODMAN);

  private final String provider;
  private final TestEngine needed;

  World(String provider, TestEngine needed) {
    this.provider = provider;
    this.needed = needed;
  }

  /** The real engine without which this world is not at hand. */
  Optional<TestEngine> needed() {
    return Optional.ofNullable(needed);
  }

  /** The environment variables by which the program finds this world and nothing of the user's. */
  Map<String, String> environment(Path home) {
    Map<String, String> variables = new HashMap<>();
    variables.put("PATH", System.getenv("PATH"));
    variables.put("HOME", home.toString());
    variables.put("JCOMPOSE_ENGINE", provider);
    needed().ifPresent(engine -> variables.put("DOCKER_HOST", engine.host()));
    return variables;
  }

  /** The engine itself, to look at what the program did. */
  ContainerEngine open(Path home) {
    EngineProvider found =
        ServiceLoader.load(EngineProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(each -> each.name().equals(provider))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no engine '" + provider + "'"));
    EngineSettings settings = new EngineSettings(environment(home), home, Map.of());
    return (ContainerEngine) found.endpoints(settings).get(0).open();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
