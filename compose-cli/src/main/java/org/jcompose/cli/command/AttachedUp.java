package org.jcompose.cli.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jcompose.Compose;
import org.jcompose.LogFollowing;
import org.jcompose.LogOptions;
import org.jcompose.cli.output.ExitCode;
import org.jcompose.cli.output.LogPrinter;
import org.jcompose.engine.ContainerState;
import org.jcompose.executor.Cancellation;
import org.jcompose.executor.RunResult;
import org.jcompose.executor.StepOutcome;
import org.jcompose.plan.Plan;
import org.jcompose.plan.Step.StartContainer;
import org.jspecify.annotations.Nullable;

/**
 * An {@code up} that stays with its containers: it prints what they write until all have ended. The
 * first Ctrl-C stops them, the second kills them.
 */
final class AttachedUp {

  private final Runs runs;
  private final Compose compose;
  private final LogOptions logs;
  private final LogPrinter printer;
  private final @Nullable Duration timeout;
  private final Ending ending;
  private final Cancellation cancellation = new Cancellation();
  private final CompletableFuture<Void> stop = new CompletableFuture<>();
  private final AtomicInteger interrupts = new AtomicInteger();
  private volatile @Nullable Integer firstExit;

  /**
   * What the end of a container means.
   *
   * @param first whether the first one ends all
   * @param exitCodeFrom the service whose exit code counts, or null
   */
  record Ending(boolean first, @Nullable String exitCodeFrom) {}

  AttachedUp(
      Runs runs, LogOptions logs, LogPrinter printer, @Nullable Duration timeout, Ending ending) {
    this.runs = runs;
    this.compose = runs.compose();
    this.logs = logs;
    this.printer = printer;
    this.timeout = timeout;
    this.ending = ending;
  }

  /**
   * Runs the plan and stays.
   *
   * @return the exit code
   */
  int run(Plan plan) {
    try (LogFollowing following = compose.follow(logs, new Output())) {
      return runs.session().interrupts().during(this::interrupted, () -> run(plan, following));
    }
  }

  private int run(Plan plan, LogFollowing following) {
    RunResult result = runs.run(plan, cancellation);
    following.expectStarted(startedBy(result));
    if (!stop.isDone()) {
      if (!result.isSuccess()) {
        return runs.end(result).number();
      }
      following.awaitEnd(stop);
    }
    if (!stop.isDone()) {
      return ExitCode.DONE.number();
    }
    ExitCode stopped =
        runs.end(runs.run(compose.planStop(logs.services(), timeout), new Cancellation()));
    following.awaitEnd();
    return exitCode(stopped);
  }

  private List<String> startedBy(RunResult result) {
    List<String> started = new ArrayList<>();
    for (StepOutcome outcome : result.outcomes()) {
      if (outcome.status() == StepOutcome.Status.DONE
          && outcome.step().step() instanceof StartContainer start
          && logs.wants(start.target().service())) {
        started.add(start.target().name());
      }
    }
    return started;
  }

  private int exitCode(ExitCode stopped) {
    if (interrupts.get() > 0) {
      return ExitCode.INTERRUPTED.number();
    }
    if (stopped != ExitCode.DONE) {
      return stopped.number();
    }
    Integer first = firstExit;
    String service = ending.exitCodeFrom();
    if (service == null) {
      return first == null ? ExitCode.DONE.number() : first;
    }
    return compose.ps().stream()
        .filter(container -> container.service().equals(service))
        .flatMap(container -> compose.inspect(container).stream())
        .map(ContainerState::exitCode)
        .flatMap(Stream::ofNullable)
        .findFirst()
        .orElse(ExitCode.FAILED.number());
  }

  private void interrupted() {
    if (interrupts.incrementAndGet() == 1) {
      runs.session().console().notice("stopping; press Ctrl-C again to kill");
      stopAll();
    } else {
      runs.session().console().notice("killing");
      compose.kill();
    }
  }

  // In this order: who sees that the run was cancelled must see what for.
  private void stopAll() {
    stop.complete(null);
    cancellation.cancel();
  }

  private final class Output extends LogOutput {
    Output() {
      super(printer, runs.session().console());
    }

    @Override
    public void ended(String container, @Nullable Integer exitCode) {
      super.ended(container, exitCode);
      if (ending.first() && firstExit == null) {
        firstExit = exitCode;
        stopAll();
      }
    }
  }
}
