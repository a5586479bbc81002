package org.jcompose.engine.docker;

import org.jcompose.testing.RequiresDocker;
import org.jcompose.testing.RequiresOldDocker;
import org.jcompose.testing.RequiresPodman;
import org.jcompose.testing.TestEngine;
import org.junit.jupiter.api.Nested;

class MountAttributesTests {

  @Nested
  @RequiresDocker
  class OnDocker extends MountAttributes {
    OnDocker() {
      super(TestEngine.DOCKER);
    }
  }

  @Nested
  @RequiresOldDocker
  class OnOldDocker extends MountAttributes {
    OnOldDocker() {
      super(TestEngine.DOCKER_OLD);
    }
  }

  @Nested
  @RequiresPodman
  class OnPodman extends MountAttributes {
    OnPodman() {
      super(TestEngine.PODMAN);
    }
  }
}
