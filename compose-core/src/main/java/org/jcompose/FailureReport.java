package org.jcompose;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jcompose.engine.EngineException;
import org.jcompose.executor.ContainerFailedException;
import org.jcompose.executor.RunResult;
import org.jcompose.executor.StepOutcome;
import org.jcompose.plan.PlannedStep;
import org.jcompose.plan.Step.StartContainer;
import org.jspecify.annotations.Nullable;

/** Who is guilty that a run failed, how it failed, and what was left undone because of it. */
public final class FailureReport {

  private final List<Failure> failures;

  private FailureReport(List<Failure> failures) {
    this.failures = List.copyOf(failures);
  }

  /** The report on a run; without failures if there were none. */
  public static FailureReport of(RunResult result) {
    return new FailureReport(
        result.failures().stream().map(guilty -> failure(guilty, result.outcomes())).toList());
  }

  /**
   * One failed step.
   *
   * @param step what failed
   * @param reason as the engine said it
   * @param undone what was not begun because of it
   */
  public record Failure(PlannedStep step, EngineException reason, List<PlannedStep> undone) {
    public Failure {
      undone = List.copyOf(undone);
    }

    /**
     * The failure as people read it: what the container left to say, a fix if there is one, and
     * what was not begun.
     */
    public String describe() {
      String what =
          reason instanceof ContainerFailedException container
              ? container.describe()
              : step.id() + " failed: " + reason.getMessage();
      String fix = reason.fix() == null ? "" : "\n  fix: " + reason.fix();
      return what + fix + undoneText();
    }

    private String undoneText() {
      List<String> starts =
          undone.stream().map(Failure::startedContainer).flatMap(List::stream).toList();
      if (!starts.isEmpty()) {
        return "\n  not started because of it: " + String.join(", ", starts);
      }
      return undone.isEmpty()
          ? ""
          : "\n  not done because of it: "
              + undone.stream().map(PlannedStep::id).collect(Collectors.joining(", "));
    }

    private static List<String> startedContainer(PlannedStep step) {
      return step.step() instanceof StartContainer start
          ? List.of("'" + start.target().name() + "'")
          : List.of();
    }
  }

  /** The failures, in the order of the plan. */
  public List<Failure> failures() {
    return failures;
  }

  /** All failures as people read them. */
  public String describe() {
    return failures.stream().map(Failure::describe).collect(Collectors.joining("\n"));
  }

  private static Failure failure(StepOutcome guilty, List<StepOutcome> outcomes) {
    Set<String> reached = new HashSet<>(Set.of(guilty.step().id()));
    List<PlannedStep> undone = new ArrayList<>();
    for (StepOutcome outcome : outcomes) {
      boolean comesAfter = outcome.step().after().stream().anyMatch(reached::contains);
      if (outcome.status() == StepOutcome.Status.SKIPPED && comesAfter) {
        reached.add(outcome.step().id());
        undone.add(outcome.step());
      }
    }
    return new Failure(guilty.step(), reason(guilty.failure()), undone);
  }

  private static EngineException reason(@Nullable EngineException failure) {
    return failure == null ? new EngineException("no reason was given") : failure;
  }
}
