package org.jcompose.engine.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.ExecResult;
import org.jcompose.engine.ExecSpec;
import org.jspecify.annotations.Nullable;

/** A command that the caller itself runs beside a container's process, with its environment. */
record HostCommand(
    String container, List<String> command, Path folder, Map<String, String> environment) {

  /** The command of a spec, as if it ran in the container. */
  static HostCommand of(ContainerRecord container, ExecSpec spec, Map<String, String> neighbours) {
    Map<String, String> environment = Environment.complete(container, neighbours);
    spec.environment().forEach((name, value) -> put(environment, name, value));
    Path folder = Path.of(container.launch().program().workingDir());
    String own = spec.workingDir();
    return new HostCommand(
        container.name(), spec.command(), own == null ? folder : folder.resolve(own), environment);
  }

  private static void put(Map<String, String> to, String name, @Nullable String value) {
    if (value == null) {
      to.remove(name);
    } else {
      to.put(name, value);
    }
  }

  /** Runs it to its end; what it leaves behind belongs to the container. */
  ExecResult run(Host host) {
    Executables.check(container, command.get(0), folder, environment);
    try {
      // A file takes whatever it prints, and waiting for its end can be interrupted.
      Path output = Files.createTempFile("jcompose-exec", ".log");
      try {
        int exitCode = await(host, start(host, output));
        String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        return new ExecResult(exitCode, text.lines().toList());
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      throw failed(PrivateFiles.reason(e), e);
    }
  }

  private Process start(Host host, Path output) throws IOException {
    return host.prepare(command, folder, environment)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  private int await(Host host, Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      new ProcessTree(host, process.pid(), "exec in " + container).kill();
      Thread.currentThread().interrupt();
      throw failed("interrupted", e);
    }
  }

  private EngineException failed(String why, Exception e) {
    return new EngineException(
        "cannot run '" + command.get(0) + "' for container '" + container + "': " + why, null, e);
  }
}
