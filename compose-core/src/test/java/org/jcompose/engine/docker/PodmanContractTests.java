package org.jcompose.engine.docker;

import org.jcompose.testing.RequiresPodman;
import org.jcompose.testing.TestEngine;

@RequiresPodman
class PodmanContractTests extends DockerContract {

  PodmanContractTests() {
    super(TestEngine.PODMAN);
  }
}
