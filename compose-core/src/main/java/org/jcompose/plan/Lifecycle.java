package org.jcompose.plan;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.ContainerState.Status;
import org.jcompose.model.Hook;
import org.jcompose.model.Project;
import org.jcompose.model.Service;
import org.jcompose.plan.Step.Target;
import org.jspecify.annotations.Nullable;

/** Drafts starts, stops and removals of containers, with what their services hook to them. */
final class Lifecycle {

  private static final String POST_START = "post_start";
  private static final String PRE_STOP = "pre_stop";

  private final Draft draft;
  private final @Nullable Project project;
  private final @Nullable Duration stopTimeout;

  /**
   * Drafts into the given draft.
   *
   * @param project where hooks are looked up; null: there are none
   */
  Lifecycle(Draft draft, @Nullable Project project, @Nullable Duration stopTimeout) {
    this.draft = draft;
    this.project = project;
    this.stopTimeout = stopTimeout;
  }

  Draft draft() {
    return draft;
  }

  /** Starts a container; returns the step after which it is of use to others. */
  String start(Service service, String name, String cause, After after) {
    boolean alone =
        service.ports().stream()
            .anyMatch(port -> port.published() != null && port.published().contains("-"));
    Target target = new Target(service.name(), name);
    String started = draft.add(new Step.StartContainer(target, alone), cause, after);
    return hooks(target, POST_START, service.hooks().postStart(), After.step(started), started);
  }

  /** Stops a container, unless that is drafted; returns the stop. */
  String stop(ContainerState container, String cause, After after) {
    Target target = new Target(container.service(), container.name());
    Step stop = new Step.StopContainer(target, stopTimeout);
    String id = StepWords.of(stop);
    if (draft.has(id)) {
      return id;
    }
    List<Hook> hooks =
        container.status() == Status.RUNNING ? preStop(container.service()) : List.of();
    String hooked = hooks(target, PRE_STOP, hooks, after, "");
    return draft.add(stop, cause, hooked.isEmpty() ? after : After.step(hooked).and(after));
  }

  /** Stops a container, if it runs, and removes it. */
  Removal remove(ContainerState container, boolean volumes, String cause, After after) {
    Target target = new Target(container.service(), container.name());
    Step remove = new Step.RemoveContainer(target, volumes);
    if (!Existing.runs(container)) {
      String removed = draft.add(remove, cause, after);
      return new Removal(removed, removed);
    }
    boolean stops = draft.has(StepWords.of(new Step.StopContainer(target, stopTimeout)));
    String stopped = stop(container, cause, after);
    After gone = stops ? After.step(stopped).and(after) : After.step(stopped);
    return new Removal(stopped, draft.add(remove, cause, gone));
  }

  /** Lets the stop of a container, if there is one, come after another step. */
  void stopAfter(String earlier, String container) {
    Target target = new Target("", container);
    Hook any = new Hook(null, null, false, null, Map.of());
    draft.order(earlier, StepWords.of(new Step.RunHook(target, PRE_STOP, 1, any)));
    draft.order(earlier, StepWords.of(new Step.StopContainer(target, null)));
  }

  /** The steps that end and remove a container. */
  record Removal(String ended, String removed) {}

  private List<Hook> preStop(String service) {
    if (project == null) {
      return List.of();
    }
    Service enabled = project.services().get(service);
    Service known = enabled == null ? project.disabled().get(service) : enabled;
    return known == null ? List.of() : known.hooks().preStop();
  }

  private String hooks(
      Target target, String attribute, List<Hook> hooks, After after, String before) {
    String last = before;
    int number = 0;
    for (Hook hook : hooks) {
      Step run = new Step.RunHook(target, attribute, ++number, hook);
      String cause = "service '" + target.service() + "' has it";
      last = draft.add(run, cause, number == 1 ? after : After.step(last));
    }
    return last;
  }
}
