package org.jcompose.engine.docker;

import org.jcompose.testing.RequiresOldDocker;
import org.jcompose.testing.TestEngine;

@RequiresOldDocker
class OldDockerContractTests extends DockerContract {

  OldDockerContractTests() {
    super(TestEngine.DOCKER_OLD);
  }
}
