package org.jcompose.engine.memory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jcompose.engine.ContainerEngine;
import org.jcompose.engine.EngineContract;
import org.jcompose.engine.LogLine;
import org.jcompose.engine.Program;
import org.jcompose.engine.Timekeeper;
import org.jcompose.model.Healthcheck;
import org.jcompose.model.Service;
import org.jcompose.testing.TestedEngines;

class MemoryEngineContractTests extends EngineContract {

  private final MemoryEngine world = MemoryEngine.builder().time(Timekeeper.system()).build();

  @Override
  protected ContainerEngine open() {
    TestedEngines.record("memory");
    return world.connect();
  }

  @Override
  protected Service.Builder service(String name, Program program) {
    return Service.builder(name).extensions(Map.of("x-memory", Map.of("script", script(program))));
  }

  @Override
  protected Service.Builder healthyWhile(Path file, Service.Builder service) {
    Map<?, ?> memory = (Map<?, ?>) service.build().extensions().get("x-memory");
    Object script = memory.get("script");
    return service
        .healthcheck(
            new Healthcheck(
                List.of("CMD", "test", "-f", file.toString()),
                CHECK_INTERVAL,
                null,
                CHECK_RETRIES,
                null,
                null,
                false))
        .extensions(Map.of("x-memory", Map.of("script", script, "healthy-while", file.toString())));
  }

  @Override
  protected void make(Path file) {
    world.raise(file.toString());
  }

  @Override
  protected void unmake(Path file) {
    world.lower(file.toString());
  }

  private static List<String> script(Program program) {
    List<String> script = new ArrayList<>();
    for (Program.Output output : program.output()) {
      boolean error = output.stream() == LogLine.Stream.ERR;
      String word = error ? "print-error " : output.terminated() ? "print " : "write ";
      script.add(word + output.text());
    }
    switch (program.end()) {
      case EXITS -> script.add("exit " + program.exitCode());
      case IGNORES_TERM -> script.addAll(List.of("ignore-term", "print up"));
      case RUNS_UNTIL_STOPPED -> script.add("print up");
    }
    return script;
  }
}
