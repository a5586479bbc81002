package org.jcompose.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jcompose.engine.ContainerEngine;
import org.jcompose.engine.EngineFixture;
import org.jcompose.engine.Program;
import org.jcompose.engine.Recorder;
import org.jcompose.model.Service;
import org.junit.jupiter.api.io.TempDir;

/** A process engine for each test, and a look behind it at the system's processes and files. */
abstract class ProcessEngineFixture extends EngineFixture {

  @TempDir protected Path state;

  /** How the engine's supervisors run. */
  protected abstract String supervisor();

  @Override
  protected ContainerEngine open() {
    return ProcessFixture.open(state, supervisor());
  }

  @Override
  protected Service.Builder service(String name, Program program) {
    return ProcessFixture.service(name, program);
  }

  @Override
  protected Service.Builder healthyWhile(Path file, Service.Builder service) {
    return service.healthcheck(
        ProcessFixture.check("test -f '" + file + "'", CHECK_INTERVAL, CHECK_RETRIES));
  }

  protected final ProjectFolder projectFolder() {
    return ProcessFixture.root(state).project(project);
  }

  /** The process of the project's supervisor. */
  protected final ProcessHandle supervisorProcess() {
    return ProcessHandle.of(projectFolder().address().pid()).orElseThrow();
  }

  protected static void awaitEnd(ProcessHandle process) {
    try {
      process.onExit().get(Recorder.DEADLINE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("process " + process.pid() + " did not end", e);
    }
  }

  /** The processes of the system whose arguments are these. */
  protected static List<ProcessHandle> running(String... command) {
    return ProcessHandle.allProcesses().filter(process -> runs(process, command)).toList();
  }

  protected static void assertNoneRuns(String... command) {
    running(command).forEach(ProcessEngineFixture::awaitEnd);
    assertThat(running(command)).isEmpty();
  }

  /** What is in the state folder, the folder itself aside. */
  protected final List<Path> left() {
    try (Stream<Path> files = Files.walk(state)) {
      return files.filter(file -> !file.equals(state)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean runs(ProcessHandle process, String... command) {
    return commandOf(process).equals(String.join("\0", command) + "\0");
  }

  /** The arguments of a process, a zero after each; empty if it has ended. */
  protected static String commandOf(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
    } catch (IOException e) {
      return "";
    }
  }
}
