package org.jcompose.engine.docker;

import org.jcompose.testing.RequiresDocker;
import org.jcompose.testing.RequiresOldDocker;
import org.jcompose.testing.RequiresPodman;
import org.jcompose.testing.TestEngine;
import org.junit.jupiter.api.Nested;

class NetworkAttributesTests {

  @Nested
  @RequiresDocker
  class OnDocker extends NetworkAttributes {
    OnDocker() {
      super(TestEngine.DOCKER);
    }
  }

  @Nested
  @RequiresOldDocker
  class OnOldDocker extends NetworkAttributes {
    OnOldDocker() {
      super(TestEngine.DOCKER_OLD);
    }
  }

  @Nested
  @RequiresPodman
  class OnPodman extends NetworkAttributes {
    OnPodman() {
      super(TestEngine.PODMAN);
    }
  }
}
