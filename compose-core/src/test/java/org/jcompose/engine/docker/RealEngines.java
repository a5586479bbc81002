package org.jcompose.engine.docker;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jcompose.engine.ContainerEngine;
import org.jcompose.engine.EngineSettings;
import org.jcompose.testing.TestEngine;

/** Connects to the engines that tests may talk to. */
final class RealEngines {

  static final String IMAGE = "busybox:latest";

  private RealEngines() {}

  static ContainerEngine open(TestEngine engine) {
    EngineSettings settings =
        new EngineSettings(
            Map.of("DOCKER_HOST", engine.host()), Path.of("/nobody's home"), Map.of());
    return (ContainerEngine) new DockerProvider().endpoints(settings).get(0).open();
  }

  static List<String> shell(String script) {
    return List.of("sh", "-c", script);
  }
}
