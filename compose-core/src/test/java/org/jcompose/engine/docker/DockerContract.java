package org.jcompose.engine.docker;

import java.nio.file.Path;
import java.util.List;
import org.jcompose.engine.ContainerEngine;
import org.jcompose.engine.EngineContract;
import org.jcompose.engine.Program;
import org.jcompose.model.Healthcheck;
import org.jcompose.model.Mount;
import org.jcompose.model.Service;
import org.jcompose.testing.TestEngine;

/** The contract with containers of a real engine. */
abstract class DockerContract extends EngineContract {

  private final TestEngine engineUnderTest;

  DockerContract(TestEngine engineUnderTest) {
    this.engineUnderTest = engineUnderTest;
  }

  @Override
  protected ContainerEngine open() {
    return RealEngines.open(engineUnderTest);
  }

  @Override
  protected Service.Builder service(String name, Program program) {
    return Service.builder(name)
        .image(RealEngines.IMAGE)
        .command(RealEngines.shell(program.shell()));
  }

  @Override
  protected Service.Builder healthyWhile(Path file, Service.Builder service) {
    String folder = file.getParent().toString();
    String check = "test -f '" + file + "' && echo ready || { echo not yet; exit 1; }";
    return service
        .volumes(List.of(new Mount(Mount.Type.BIND, folder, folder, true, null, null, null, null)))
        .healthcheck(
            new Healthcheck(
                List.of("CMD-SHELL", check),
                CHECK_INTERVAL,
                null,
                CHECK_RETRIES,
                null,
                null,
                false));
  }
}
