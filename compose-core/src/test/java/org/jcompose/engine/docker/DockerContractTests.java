package org.jcompose.engine.docker;

import org.jcompose.testing.RequiresDocker;
import org.jcompose.testing.TestEngine;

@RequiresDocker
class DockerContractTests extends DockerContract {

  DockerContractTests() {
    super(TestEngine.DOCKER);
  }
}
