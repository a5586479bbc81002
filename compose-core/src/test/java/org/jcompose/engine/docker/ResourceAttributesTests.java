package org.jcompose.engine.docker;

import org.jcompose.testing.RequiresDocker;
import org.jcompose.testing.RequiresOldDocker;
import org.jcompose.testing.RequiresPodman;
import org.jcompose.testing.TestEngine;
import org.junit.jupiter.api.Nested;

class ResourceAttributesTests {

  @Nested
  @RequiresDocker
  class OnDocker extends ResourceAttributes {
    OnDocker() {
      super(TestEngine.DOCKER);
    }
  }

  @Nested
  @RequiresOldDocker
  class OnOldDocker extends ResourceAttributes {
    OnOldDocker() {
      super(TestEngine.DOCKER_OLD);
    }
  }

  @Nested
  @RequiresPodman
  class OnPodman extends ResourceAttributes {
    OnPodman() {
      super(TestEngine.PODMAN);
    }
  }
}
