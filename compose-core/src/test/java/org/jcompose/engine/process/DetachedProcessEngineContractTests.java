package org.jcompose.engine.process;

import java.nio.file.Path;
import org.jcompose.engine.ContainerEngine;
import org.jcompose.engine.EngineContract;
import org.jcompose.engine.Program;
import org.jcompose.model.Service;
import org.junit.jupiter.api.io.TempDir;

class DetachedProcessEngineContractTests extends EngineContract {

  @TempDir private Path state;

  @Override
  protected ContainerEngine open() {
    return ProcessFixture.open(state, "jvm");
  }

  @Override
  protected Service.Builder service(String name, Program program) {
    return ProcessFixture.service(name, program);
  }

  @Override
  protected Service.Builder healthyWhile(Path file, Service.Builder service) {
    String script = "test -f '" + file + "' && echo ready || { echo not yet; exit 1; }";
    return service.healthcheck(ProcessFixture.check(script, CHECK_INTERVAL, CHECK_RETRIES));
  }
}
