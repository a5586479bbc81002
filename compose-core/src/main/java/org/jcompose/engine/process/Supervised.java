package org.jcompose.engine.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jcompose.engine.ConflictException;
import org.jcompose.engine.ContainerState.Health;
import org.jcompose.engine.ContainerState.Status;
import org.jcompose.engine.EngineEvent.Kind;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.LogLine.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One container and its life, on the books' thread:
 *
 * <pre>
 * CREATED --start--> RUNNING --its process ends--> EXITED --start--> RUNNING
 *                       |                            ^
 *                       +--policy--> RESTARTING --stop
 * </pre>
 *
 * A run ends in three steps: the process ends; what it left behind is killed, at once if it ended
 * by itself, as in a container, and after the grace period if all were asked to end; its output has
 * been taken to the last line. Only then is its end told.
 */
final class Supervised {

  // A process that escaped from the tree may hold the output open for as long as it likes.
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private final Surroundings around;
  private final LogFile log;
  private ContainerRecord record;
  private @Nullable ProcessTree tree;
  private @Nullable HealthMonitor health;
  private Books.@Nullable Timer timer;
  private @Nullable Duration delay;
  private boolean mayComeBack;
  private boolean isAskedToEnd;
  private CompletableFuture<Void> killed = new CompletableFuture<>();
  private CompletableFuture<Void> rest = CompletableFuture.completedFuture(null);

  Supervised(Surroundings around, ContainerRecord record) {
    this.around = around;
    this.record = record;
    log = new LogFile(around.folder().log(record.id()));
  }

  ContainerRecord record() {
    return record;
  }

  LogFile log() {
    return log;
  }

  /** Completes when nothing runs any more; it may have been brought back by then. */
  CompletableFuture<Void> rest() {
    return rest;
  }

  void start() {
    if (record.status() == Status.RUNNING) {
      return;
    }
    if (record.status() != Status.RESTARTING) {
      Ports.checkFree(record);
    }
    cancelTimer();
    delay = null;
    record = record.restarted(0);
    run();
  }

  /** Asks it to end, kills it after the given time; {@link #rest} tells when it has. */
  void stop(@Nullable Duration timeout) {
    mayComeBack = false;
    if (record.status() == Status.RESTARTING) {
      cancelTimer();
      save(record.ended(Status.EXITED, record.run()));
      around.changed().run();
      return;
    }
    ProcessTree stopping = tree;
    if (stopping == null) {
      return;
    }
    isAskedToEnd = true;
    stopping.signal(record.launch().stopSignal());
    Duration grace = timeout == null ? record.launch().stopGracePeriod() : timeout;
    cancelTimer();
    killAfter(grace, stopping);
  }

  void kill(String signal) {
    ProcessTree running = tree;
    if (running == null || record.status() != Status.RUNNING) {
      throw new ConflictException("container '" + record.name() + "' does not run", null, null);
    }
    // As Docker Engine has it: what is killed by hand is not brought back.
    mayComeBack = false;
    isAskedToEnd = true;
    running.signal(signal);
  }

  void rename(String name) {
    save(record.named(name));
    around.events().tell(Kind.RENAMED, record);
  }

  /** Brings back what ran when an earlier supervisor was killed, where its policy says so. */
  void recover() {
    mayComeBack = true;
    ContainerRecord.Run last = record.run();
    Integer exitCode = last == null ? null : last.exitCode();
    ended(last == null ? null : last.ended(around.clock().instant(), exitCode), exitCode);
  }

  private void run() {
    Map<String, String> environment =
        Environment.complete(record, around.neighbours().apply(record.launch()));
    Launch.Program program = record.launch().program();
    Path folder = Path.of(program.workingDir());
    Executables.check(record.name(), program.command().get(0), folder, environment);
    log.begin();
    Process process = spawn(around.host().prepare(program.command(), folder, environment));
    ProcessTree started = new ProcessTree(around.host(), process.pid(), record.id());
    tree = started;
    mayComeBack = true;
    isAskedToEnd = false;
    killed = new CompletableFuture<>();
    rest = new CompletableFuture<>();
    Instant begun = process.info().startInstant().orElse(null);
    Health first = Health.STARTING;
    save(
        record.running(
            new ContainerRecord.Run(
                process.pid(), begun, around.clock().instant(), null, null, first, null)));
    around.events().tell(Kind.STARTED, record);
    watch(process, started);
    watchHealth(environment);
  }

  private Process spawn(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      log.end();
      throw new EngineException(
          "container '" + record.name() + "' cannot be started: " + PrivateFiles.reason(e),
          null,
          e);
    }
  }

  private void watch(Process process, ProcessTree started) {
    CompletableFuture<Void> output =
        CompletableFuture.allOf(
            OutputPump.start(Stream.OUT, process.getInputStream(), log, around.clock()),
            OutputPump.start(Stream.ERR, process.getErrorStream(), log, around.clock()));
    around.books().when(process.onExit(), () -> processEnded(started, process.exitValue(), output));
  }

  private void watchHealth(Map<String, String> environment) {
    Launch.HealthTest test = record.launch().health();
    if (test != null) {
      health = new HealthMonitor(around, record, test, environment, this::checked);
      health.start();
    }
  }

  private void checked(Health now, String output) {
    ContainerRecord.Run run = record.run();
    if (run == null || record.status() != Status.RUNNING) {
      return;
    }
    save(record.checked(run.checked(now, output)));
    if (now != run.health()) {
      around.events().tellHealth(record, now);
    }
  }

  private void processEnded(ProcessTree ending, int exitCode, CompletableFuture<Void> output) {
    if (health != null) {
      health.stop();
    }
    if (isAskedToEnd) {
      awaitTree(ending, exitCode, output);
    } else {
      treeEnded(ending, exitCode, output);
    }
  }

  /** Gives what is left of the tree, which was asked to end as well, the same time for it. */
  private void awaitTree(ProcessTree ending, int exitCode, CompletableFuture<Void> output) {
    List<ProcessHandle> left = ending.members();
    if (left.isEmpty() || killed.isDone()) {
      treeEnded(ending, exitCode, output);
      return;
    }
    if (timer == null) {
      killAfter(record.launch().stopGracePeriod(), ending);
    }
    CompletableFuture<?> gone = CompletableFuture.anyOf(Recovery.gone(left), killed);
    // The end of the output tells of theirs at once; the JDK looks for others' ends now and then.
    CompletableFuture<?> sooner = output.isDone() ? gone : CompletableFuture.anyOf(output, gone);
    around.books().when(sooner, () -> awaitTree(ending, exitCode, output));
  }

  /** What is killed counts as gone, although it may stay listed until its parent notices. */
  private void killAfter(Duration grace, ProcessTree ending) {
    CompletableFuture<Void> done = killed;
    timer =
        around
            .books()
            .after(
                grace,
                () -> {
                  ending.kill();
                  done.complete(null);
                });
  }

  private void treeEnded(ProcessTree ending, int exitCode, CompletableFuture<Void> output) {
    ending.kill();
    CompletableFuture<Void> taken =
        output
            .exceptionally(Supervised::report)
            .completeOnTimeout(null, LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
    around.books().when(taken, () -> runEnded(exitCode));
  }

  private void runEnded(int exitCode) {
    cancelTimer();
    tree = null;
    log.end();
    ContainerRecord.Run run = record.run();
    ended(run == null ? null : run.ended(around.clock().instant(), exitCode), exitCode);
  }

  private void ended(ContainerRecord.@Nullable Run run, @Nullable Integer exitCode) {
    RestartPolicy policy = RestartPolicy.parse(record.launch().restart());
    boolean comesBack = mayComeBack && policy.bringsBack(exitCode, record.restarts());
    save(record.ended(comesBack ? Status.RESTARTING : Status.EXITED, run));
    around.events().tellDied(record, exitCode);
    if (comesBack && run != null) {
      delay =
          RestartPolicy.delay(delay, Duration.between(run.startedAt(), around.clock().instant()));
      timer = around.books().after(delay, this::comeBack);
    }
    rest.complete(null);
    around.changed().run();
  }

  private void comeBack() {
    record = record.restarted(record.restarts() + 1);
    try {
      run();
    } catch (EngineException e) {
      note(e.getMessage());
      save(record.ended(Status.EXITED, record.run()));
      around.changed().run();
    }
  }

  /** Leaves in the container's log why it could not be brought back: nobody waits for an answer. */
  private void note(@Nullable String message) {
    try {
      log.begin();
      log.append(Stream.ERR, around.clock().instant(), List.of("jcompose: " + message));
      log.end();
    } catch (IOException e) {
      throw PrivateFiles.failed("write", around.folder().log(record.id()), e);
    }
  }

  private void save(ContainerRecord now) {
    record = now;
    try {
      around.folder().write(now);
    } catch (EngineException e) {
      // With a full disk, or the folder taken away, what runs is still to be looked after.
      Books.report(e);
    }
  }

  private static @Nullable Void report(Throwable failure) {
    Books.report(failure);
    return null;
  }

  private void cancelTimer() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }
}
