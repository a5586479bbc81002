package org.jcompose.engine.docker;

import org.jcompose.testing.RequiresPodman;
import org.jcompose.testing.TestEngine;

@RequiresPodman
class PodmanAttributesTests extends DockerAttributes {

  PodmanAttributesTests() {
    super(TestEngine.PODMAN);
  }
}
