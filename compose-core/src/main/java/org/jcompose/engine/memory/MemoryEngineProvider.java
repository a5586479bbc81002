package org.jcompose.engine.memory;

import java.util.List;
import org.jcompose.engine.Engine;
import org.jcompose.engine.EngineProvider;
import org.jcompose.engine.EngineSettings;
import org.jcompose.engine.Timekeeper;

/** Offers an engine that holds nothing and lives by the system's time; only by its name. */
public final class MemoryEngineProvider implements EngineProvider {

  @Override
  public String name() {
    return MemoryEngine.PROVIDER;
  }

  @Override
  public List<Endpoint> endpoints(EngineSettings settings) {
    return List.of(new InProcess());
  }

  @Override
  public boolean isAutomatic() {
    return false;
  }

  private record InProcess() implements Endpoint {
    @Override
    public String description() {
      return "in process";
    }

    @Override
    public Engine open() {
      return MemoryEngine.builder().time(Timekeeper.system()).build();
    }
  }
}
