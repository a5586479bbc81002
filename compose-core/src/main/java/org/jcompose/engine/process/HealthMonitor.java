package org.jcompose.engine.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jcompose.engine.ContainerState.Health;
import org.jspecify.annotations.Nullable;

/**
 * Checks a container's health during one run, as Docker Engine does: the first check comes an
 * interval after the start and each next one an interval after the last has ended; failures within
 * the start period do not count until a check has succeeded.
 */
final class HealthMonitor {

  private static final int LONGEST_OUTPUT = 4096;

  private final Surroundings around;
  private final ContainerRecord container;
  private final Launch.HealthTest test;
  private final Map<String, String> environment;
  private final Verdict verdict;
  private final Instant started;
  private final Path output;
  private Health now = Health.STARTING;
  private int failures;
  private boolean isStopped;
  private @Nullable Process check;
  private boolean isOverdue;
  private Books.@Nullable Timer timer;

  HealthMonitor(
      Surroundings around,
      ContainerRecord container,
      Launch.HealthTest test,
      Map<String, String> environment,
      Verdict verdict) {
    this.around = around;
    this.container = container;
    this.test = test;
    this.environment = environment;
    this.verdict = verdict;
    started = around.clock().instant();
    output = around.folder().container(container.id()).resolve("health.out");
  }

  /** Hears of each check. */
  @FunctionalInterface
  interface Verdict {
    void is(Health now, String output);
  }

  void start() {
    timer = around.books().after(interval(), this::check);
  }

  void stop() {
    isStopped = true;
    cancelTimer();
    if (check != null) {
      tree(check).kill();
    }
  }

  private Duration interval() {
    boolean isStarting = now == Health.STARTING && isInStartPeriod();
    return isStarting ? test.startInterval() : test.interval();
  }

  private boolean isInStartPeriod() {
    return around.clock().instant().isBefore(started.plus(test.startPeriod()));
  }

  private void check() {
    if (isStopped) {
      return;
    }
    isOverdue = false;
    try {
      Process process = spawn();
      check = process;
      timer = around.books().after(test.timeout(), () -> overdue(process));
      around.books().when(process.onExit(), () -> ended(process.exitValue()));
    } catch (IOException e) {
      took(false, "cannot run '" + test.command().get(0) + "': " + PrivateFiles.reason(e));
    }
  }

  private Process spawn() throws IOException {
    Path folder = Path.of(container.launch().program().workingDir());
    ProcessBuilder builder = around.host().prepare(test.command(), folder, environment);
    Files.deleteIfExists(output);
    PrivateFiles.put(output, "", StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    // A file takes whatever it prints without a thread that reads it.
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    return builder.start();
  }

  private void overdue(Process process) {
    isOverdue = true;
    tree(process).kill();
  }

  private ProcessTree tree(Process process) {
    // No container's marker: a check takes none of the container's processes with it.
    return new ProcessTree(around.host(), process.pid(), "check of " + container.id());
  }

  private void ended(int exitCode) {
    cancelTimer();
    check = null;
    if (isStopped) {
      return;
    }
    if (isOverdue) {
      took(false, "no answer within " + test.timeout().toMillis() + " ms\n" + printed());
    } else {
      took(exitCode == 0, printed());
    }
  }

  private void took(boolean succeeded, String text) {
    if (succeeded) {
      failures = 0;
      now = Health.HEALTHY;
    } else if (now != Health.STARTING || !isInStartPeriod()) {
      failures++;
      now = failures >= test.retries() ? Health.UNHEALTHY : now;
    }
    verdict.is(now, text);
    if (!isStopped) {
      timer = around.books().after(interval(), this::check);
    }
  }

  private String printed() {
    try (var input = Files.newInputStream(output)) {
      return new String(input.readNBytes(LONGEST_OUTPUT), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "cannot read what it printed: " + PrivateFiles.reason(e);
    }
  }

  private void cancelTimer() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }
}
