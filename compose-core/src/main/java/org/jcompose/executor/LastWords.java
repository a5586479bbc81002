package org.jcompose.executor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jcompose.engine.ContainerEngine;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.LogRequest;
import org.jcompose.engine.Subscription;
import org.jcompose.executor.ContainerFailedException.Failing;
import org.jcompose.executor.ContainerFailedException.Remains;
import org.jspecify.annotations.Nullable;

/** Finds out, blocking, what a container that failed has left to say. */
final class LastWords {

  private static final int LINES = 10;
  private static final int SECONDS = 5;

  private final ContainerEngine engine;

  LastWords(ContainerEngine engine) {
    this.engine = engine;
  }

  /** The failure; what kept it from being told in full is suppressed in it. */
  ContainerFailedException of(Failing failing) {
    List<EngineException> suppressed = new ArrayList<>();
    List<String> lines = lines(failing.container(), suppressed);
    ContainerState state = state(failing.container(), suppressed);
    ContainerFailedException failure =
        new ContainerFailedException(
            failing,
            new Remains(
                state == null ? null : state.exitCode(),
                lines,
                state == null ? null : state.healthOutput()));
    suppressed.forEach(failure::addSuppressed);
    return failure;
  }

  private @Nullable ContainerState state(String container, List<EngineException> suppressed) {
    try {
      return engine.inspect(container);
    } catch (EngineException e) {
      suppressed.add(e);
      return null;
    }
  }

  private List<String> lines(String container, List<EngineException> suppressed) {
    List<String> lines = Collections.synchronizedList(new ArrayList<>());
    try {
      Subscription log =
          engine.logs(container, LogRequest.last(LINES), line -> lines.add(line.text()));
      awaitEnd(log);
    } catch (EngineException e) {
      suppressed.add(e);
    }
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  private static void awaitEnd(Subscription log) {
    try {
      log.ended().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new EngineException("the log could not be read to its end", null, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("interrupted", null, e);
    } finally {
      log.close();
    }
  }
}
