package org.jcompose.engine.process;

import java.time.Instant;
import java.util.List;
import org.jcompose.engine.ComposeLabels;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.ContainerState.Binding;
import org.jcompose.engine.ContainerState.Health;
import org.jcompose.engine.ContainerState.Status;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a container, as it is kept on disk.
 *
 * @param name by which it goes now
 * @param run the latest run, or null before the first
 * @param restarts how often its restart policy brought it back since it was started
 */
record ContainerRecord(
    Launch launch,
    String name,
    List<Binding> ports,
    Status status,
    Instant createdAt,
    @Nullable Run run,
    int restarts) {

  /**
   * One run of a container.
   *
   * @param pid of its process, which leads its session where there are sessions
   * @param processStart when the system says that the process began: with the pid it names one
   *     process for good
   * @param exitCode null while it runs, and when nobody was there to see it
   */
  record Run(
      long pid,
      @Nullable Instant processStart,
      Instant startedAt,
      @Nullable Instant finishedAt,
      @Nullable Integer exitCode,
      Health health,
      @Nullable String healthOutput) {

    Run ended(Instant at, @Nullable Integer code) {
      return new Run(pid, processStart, startedAt, at, code, health, healthOutput);
    }

    Run checked(Health now, String output) {
      return new Run(pid, processStart, startedAt, finishedAt, exitCode, now, output);
    }
  }

  static ContainerRecord created(Launch launch, List<Binding> ports, Instant at) {
    return new ContainerRecord(launch, launch.name(), ports, Status.CREATED, at, null, 0);
  }

  String id() {
    return launch.id();
  }

  String service() {
    return launch.service();
  }

  /** Whether a process runs or is about to. */
  boolean isActive() {
    return status == Status.RUNNING || status == Status.PAUSED || status == Status.RESTARTING;
  }

  ContainerRecord running(Run newRun) {
    return new ContainerRecord(launch, name, ports, Status.RUNNING, createdAt, newRun, restarts);
  }

  ContainerRecord ended(Status now, @Nullable Run ended) {
    return new ContainerRecord(launch, name, ports, now, createdAt, ended, restarts);
  }

  ContainerRecord checked(Run checked) {
    return new ContainerRecord(launch, name, ports, status, createdAt, checked, restarts);
  }

  ContainerRecord restarted(int times) {
    return new ContainerRecord(launch, name, ports, status, createdAt, run, times);
  }

  ContainerRecord named(String newName) {
    return new ContainerRecord(launch, newName, ports, status, createdAt, run, restarts);
  }

  /** What others see of it. */
  ContainerState state() {
    return new ContainerState(
        id(),
        name,
        launch.labels().getOrDefault(ComposeLabels.SERVICE, ""),
        launch.number(),
        launch.labels().getOrDefault(ComposeLabels.ONE_OFF, "").equalsIgnoreCase("true"),
        "",
        "",
        status,
        health(),
        run == null ? null : run.exitCode(),
        false,
        restarts,
        createdAt,
        run == null ? null : run.startedAt(),
        run == null ? null : run.finishedAt(),
        run == null ? null : run.healthOutput(),
        ports,
        List.of(),
        launch.labels(),
        String.join(" ", launch.program().command()),
        null,
        launch.volumes());
  }

  private Health health() {
    if (launch.health() == null) {
      return Health.NONE;
    }
    return run == null ? Health.STARTING : run.health();
  }
}
