package org.jcompose.engine.docker;

import org.jcompose.testing.RequiresDocker;
import org.jcompose.testing.TestEngine;

@RequiresDocker
class DockerAttributesTests extends DockerAttributes {

  DockerAttributesTests() {
    super(TestEngine.DOCKER);
  }
}
