package org.jcompose.engine.process;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.ContainerState.Status;

/**
 * Finds what still runs of containers whose supervisor was killed. Such processes are ended: their
 * output goes nowhere since that supervisor read it, and nobody can learn their exit codes. Their
 * restart policies then bring them back, as Docker Engine does after a crash of its own.
 */
final class Recovery {

  // A process's start is told to the hundredth of a second, from a clock that may have been set.
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private static final Duration LISTED = Duration.ofSeconds(2);

  private Recovery() {}

  /** What a container is like now, when nobody has looked after it since it was recorded. */
  static ContainerState state(ContainerRecord container) {
    boolean isLost = container.isActive() && process(container).isEmpty();
    return (isLost ? container.ended(Status.EXITED, container.run()) : container).state();
  }

  /** Stops all that is left of the containers, each within its own grace period. */
  static void endOrphans(Host host, List<ContainerRecord> containers) throws InterruptedException {
    List<CompletableFuture<?>> ends = new ArrayList<>();
    for (ContainerRecord container : containers) {
      ContainerRecord.Run run = container.run();
      if (run != null && container.isActive()) {
        ends.add(end(tree(host, container, run), container.launch()));
      }
    }
    try {
      CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CompletableFuture<?> end(ProcessTree tree, Launch launch) {
    CompletableFuture<Void> gone = gone(tree.members());
    if (!gone.isDone()) {
      tree.signal(launch.stopSignal());
    }
    return gone.copy()
        .orTimeout(launch.stopGracePeriod().toMillis(), TimeUnit.MILLISECONDS)
        .exceptionallyCompose(
            late -> {
              if (!(late instanceof TimeoutException)) {
                return CompletableFuture.failedFuture(late);
              }
              tree.kill();
              // What is killed may stay listed for as long as its parent doesn't notice.
              return gone.completeOnTimeout(null, LISTED.toMillis(), TimeUnit.MILLISECONDS);
            });
  }

  /** Completes when all of the processes have ended. */
  static CompletableFuture<Void> gone(List<ProcessHandle> processes) {
    return CompletableFuture.allOf(
        processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
  }

  private static ProcessTree tree(Host host, ContainerRecord container, ContainerRecord.Run run) {
    boolean isAnothers = ProcessHandle.of(run.pid()).isPresent() && process(container).isEmpty();
    return new ProcessTree(host, isAnothers ? ProcessTree.NONE : run.pid(), container.id());
  }

  private static Optional<ProcessHandle> process(ContainerRecord container) {
    ContainerRecord.Run run = container.run();
    if (run == null || container.status() == Status.EXITED) {
      return Optional.empty();
    }
    Instant begun = run.processStart();
    return ProcessHandle.of(run.pid())
        .filter(ProcessHandle::isAlive)
        .filter(process -> begun != null && isAbout(begun, process));
  }

  private static boolean isAbout(Instant begun, ProcessHandle process) {
    return process
        .info()
        .startInstant()
        .map(start -> Duration.between(begun, start).abs().compareTo(TOLERANCE) <= 0)
        .orElse(false);
  }
}
