package org.jcompose.engine.docker;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.jcompose.model.Service;
import org.jcompose.testing.RequiresPodman;
import org.jcompose.testing.TestEngine;

@RequiresPodman
class PodmanContractTests extends DockerContract {

  PodmanContractTests() {
    super(TestEngine.PODMAN);
  }

  @Override
  protected Service.Builder healthyWhile(Path file, Service.Builder service) {
    assumeTrue(false, "Podman leaves healthchecks to systemd timers");
    return super.healthyWhile(file, service);
  }
}
