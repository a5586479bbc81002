package org.jcompose.executor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jcompose.engine.EngineException;
import org.jcompose.plan.PlannedStep;
import org.jcompose.plan.Step;
import org.jcompose.progress.StepNote;
import org.jspecify.annotations.Nullable;

/** A step in a run; only the thread that keeps the books touches it. */
final class Node {

  final PlannedStep planned;
  final StepNote note;

  /** Those that need this one done. */
  final List<Node> needing = new ArrayList<>();

  /** Those that need this one to have ended. */
  final List<Node> following = new ArrayList<>();

  private State state = State.WAITING;
  private int missing;
  private @Nullable Instant began;
  private Duration took = Duration.ZERO;
  private String detail = "";
  private @Nullable EngineException failure;

  enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    SKIPPED
  }

  Node(PlannedStep planned) {
    this.planned = planned;
    this.note = Notes.of(planned);
  }

  void after(Node other) {
    other.needing.add(this);
    missing++;
  }

  void afterEnd(Node other) {
    other.following.add(this);
    missing++;
  }

  boolean isReady() {
    return missing == 0 && state == State.WAITING;
  }

  /** One of those it comes after is as it must be; true if that was the last. */
  boolean arrive() {
    missing--;
    return isReady();
  }

  boolean isWaiting() {
    return state == State.WAITING;
  }

  boolean isRunning() {
    return state == State.RUNNING;
  }

  void begin(Instant now) {
    state = State.RUNNING;
    began = now;
  }

  void done(Instant now, String newDetail) {
    end(State.DONE, now, newDetail);
  }

  void fail(Instant now, EngineException newFailure) {
    failure = newFailure;
    end(State.FAILED, now, "");
  }

  void skip(String reason) {
    state = State.SKIPPED;
    detail = reason;
  }

  Duration took() {
    return took;
  }

  StepOutcome outcome() {
    StepOutcome.Status status =
        switch (state) {
          case DONE -> StepOutcome.Status.DONE;
          case FAILED -> StepOutcome.Status.FAILED;
          case WAITING, RUNNING, SKIPPED -> StepOutcome.Status.SKIPPED;
        };
    return new StepOutcome(planned, status, failure, detail, took, isTolerated());
  }

  private boolean isTolerated() {
    Step step = planned.step();
    boolean waits = step instanceof Step.AwaitContainer || step instanceof Step.AwaitService;
    return state == State.FAILED && waits && needing.isEmpty() && !following.isEmpty();
  }

  private void end(State newState, Instant now, String newDetail) {
    state = newState;
    detail = newDetail;
    took = began == null ? Duration.ZERO : Duration.between(began, now);
  }
}
