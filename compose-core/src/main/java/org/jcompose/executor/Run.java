package org.jcompose.executor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jcompose.engine.ContainerEngine;
import org.jcompose.engine.Engine;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.Timekeeper;
import org.jcompose.plan.Plan;
import org.jcompose.plan.PlannedStep;
import org.jcompose.plan.Step;
import org.jcompose.progress.ProgressListener;
import org.jcompose.progress.RunEvent;
import org.jspecify.annotations.Nullable;

/**
 * One run of a plan. The thread that calls {@link #run} keeps its books and is the only one that
 * touches them: it takes messages from the mailbox, which are what to do next in the books. Workers
 * do what blocks and post what came of it; so do the engine's events, deadlines and the
 * cancellation. A step is begun when the last of those that it comes after has ended as it must.
 */
final class Run {

  private static final String CANCELLED = "the run was cancelled";

  private final Engine engine;
  private final ProgressListener listener;
  private final Timekeeper time;
  private final Timekeeper.Mailbox<Runnable> mailbox;
  private final Workers workers;
  private final PlanExecutor.Means means;
  private final @Nullable Readiness readiness;
  private final Map<String, Map<String, String>> told = new LinkedHashMap<>();
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private int open;
  private int done;
  private int failed;
  private int skipped;
  private boolean cancelled;
  private boolean interrupted;

  Run(Plan plan, Engine engine, ProgressListener listener, PlanExecutor.Means means) {
    this.engine = engine;
    this.listener = listener;
    this.time = engine.timekeeper();
    this.mailbox = time.mailbox();
    this.workers = new Workers(means.parallelism(), mailbox);
    this.means = means;
    plan.steps().forEach(this::add);
    this.open = nodes.size();
    this.readiness = readiness(plan);
  }

  RunResult run(Cancellation cancellation) {
    Instant began = time.now();
    Runnable cancelling = () -> mailbox.post(this::cancel);
    try {
      if (readiness != null) {
        readiness.listen(readiness.subscribe());
      }
      listener.on(new RunEvent.Planned(nodes.size()));
      cancellation.listen(cancelling);
      List.copyOf(nodes.values()).stream().filter(Node::isReady).forEach(this::enqueue);
      while (open > 0 || workers.busy() > 0) {
        takeMessage();
      }
    } finally {
      cancellation.forget(cancelling);
      end();
    }
    Duration took = Duration.between(began, time.now());
    listener.on(new RunEvent.Ended(took, done, failed, skipped));
    return new RunResult(
        nodes.values().stream().map(Node::outcome).toList(), took, cancelled, told);
  }

  private void add(PlannedStep step) {
    Node node = new Node(step);
    nodes.put(step.id(), node);
    step.after().forEach(id -> node.after(earlier(id)));
    step.afterEnd().forEach(id -> node.afterEnd(earlier(id)));
  }

  private Node earlier(String id) {
    Node node = nodes.get(id);
    if (node == null) {
      throw new IllegalArgumentException("no step '" + id + "' earlier in the plan");
    }
    return node;
  }

  private @Nullable Readiness readiness(Plan plan) {
    boolean waits =
        plan.steps().stream().anyMatch(step -> step.step() instanceof Step.AwaitContainer);
    return waits && engine instanceof ContainerEngine containers
        ? new Readiness(plan.project(), containers, mailbox, workers)
        : null;
  }

  private void takeMessage() {
    try {
      mailbox.take(workers.busy()).run();
    } catch (InterruptedException e) {
      interrupted = true;
      cancel();
    }
  }

  private void end() {
    workers.stop();
    if (readiness != null) {
      readiness.close();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void enqueue(Node node) {
    if (node.planned.step() instanceof Step.AwaitContainer await
        && readiness != null
        && engine instanceof ContainerEngine containers) {
      begin(node);
      Wait wait = new Wait(await, containers, workers, ending(node));
      wait.setDeadline(time, mailbox);
      readiness.add(wait);
    } else {
      workers.submit(Work.lane(node.planned.step()), () -> begin(node), work(node));
    }
  }

  private Wait.Ending ending(Node node) {
    return new Wait.Ending() {
      @Override
      public void holds(Wait wait, String says) {
        forget(wait);
        done(node, says);
      }

      @Override
      public void failed(Wait wait, EngineException failure) {
        forget(wait);
        fail(node, failure);
      }
    };
  }

  private void forget(Wait wait) {
    if (readiness != null) {
      readiness.remove(wait);
    }
  }

  private Supplier<Runnable> work(Node node) {
    Work work =
        new Work(
            engine,
            means.providers(),
            (detail, current, total) -> mailbox.post(() -> advance(node, detail, current, total)));
    return () -> {
      try {
        String detail = node.planned.step().accept(work);
        return () -> {
          told(node, work.told());
          done(node, detail);
        };
      } catch (EngineException e) {
        return () -> fail(node, e);
      }
    };
  }

  private void told(Node node, Map<String, String> variables) {
    if (node.planned.step() instanceof Step.ProvideService provided) {
      told.put(provided.service().name(), variables);
    }
  }

  private void begin(Node node) {
    node.begin(time.now());
    listener.on(new RunEvent.Began(node.note));
  }

  private void advance(Node node, String detail, long current, long total) {
    if (node.isRunning()) {
      listener.on(new RunEvent.Advanced(node.note, detail, current, total));
    }
  }

  private void done(Node node, String detail) {
    if (!node.isRunning()) {
      return;
    }
    node.done(time.now(), detail);
    done++;
    open--;
    listener.on(new RunEvent.Done(node.note, node.took(), detail));
    node.needing.forEach(this::arrive);
    node.following.forEach(this::arrive);
  }

  private void fail(Node node, EngineException failure) {
    if (!node.isRunning()) {
      return;
    }
    node.fail(time.now(), failure);
    failed++;
    open--;
    String reason = cancelled ? CANCELLED : String.valueOf(failure.getMessage());
    listener.on(new RunEvent.Failed(node.note, node.took(), reason));
    skipAll(node.needing, "'" + node.planned.id() + "' failed: " + reason);
    node.following.forEach(this::arrive);
  }

  private void arrive(Node node) {
    if (node.arrive() && !cancelled) {
      enqueue(node);
    }
  }

  private void skipAll(List<Node> first, String reason) {
    Deque<Node> left = new ArrayDeque<>(first);
    while (!left.isEmpty()) {
      Node node = left.remove();
      if (node.isWaiting()) {
        skip(node, reason);
        left.addAll(node.needing);
        node.following.forEach(this::arrive);
      }
    }
  }

  private void skip(Node node, String reason) {
    node.skip(reason);
    skipped++;
    open--;
    listener.on(new RunEvent.Skipped(node.note, reason));
  }

  private void cancel() {
    if (cancelled || open == 0) {
      return;
    }
    cancelled = true;
    workers.stop();
    EngineException failure = new EngineException(CANCELLED);
    nodes.values().stream()
        .filter(node -> node.isRunning() && node.planned.step() instanceof Step.AwaitContainer)
        .forEach(node -> fail(node, failure));
    nodes.values().stream().filter(Node::isWaiting).forEach(node -> skip(node, CANCELLED));
  }
}
