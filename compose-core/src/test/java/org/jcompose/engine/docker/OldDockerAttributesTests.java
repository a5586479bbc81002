package org.jcompose.engine.docker;

import org.jcompose.testing.RequiresOldDocker;
import org.jcompose.testing.TestEngine;

@RequiresOldDocker
class OldDockerAttributesTests extends DockerAttributes {

  OldDockerAttributesTests() {
    super(TestEngine.DOCKER_OLD);
  }
}
