package org.jcompose.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jcompose.engine.Engine;
import org.jcompose.engine.EngineProvider;
import org.jcompose.engine.EngineSettings;
import org.jcompose.engine.memory.MemoryEngine;

/** Engine {@code held}: a memory engine of a test, which outlives the calls of the program. */
public final class HeldEngineProvider implements EngineProvider {

  /** The variable that says which. */
  static final String VARIABLE = "HELD_ENGINE";

  private static final Map<String, MemoryEngine> HELD = new ConcurrentHashMap<>();

  /** The engine of that name, which is made at its first use. */
  static MemoryEngine engine(String name) {
    return HELD.computeIfAbsent(name, unused -> MemoryEngine.create());
  }

  @Override
  public String name() {
    return "held";
  }

  @Override
  public boolean isAutomatic() {
    return false;
  }

  @Override
  public List<Endpoint> endpoints(EngineSettings settings) {
    return List.of(new Held(settings.environment().getOrDefault(VARIABLE, "")));
  }

  private record Held(String description) implements Endpoint {
    @Override
    public Engine open() {
      return engine(description).connect();
    }
  }
}
