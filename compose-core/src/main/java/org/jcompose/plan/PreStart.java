package org.jcompose.plan;

import java.util.List;
import org.jcompose.engine.Condition;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.engine.ContainerState;
import org.jcompose.model.Service;
import org.jcompose.plan.Step.Target;

/**
 * Drafts the {@code pre_start} hooks of a service: each is a container of its own, that runs to its
 * end once for all replicas, before the first of them starts.
 */
final class PreStart {

  private final Draft draft;
  private final Specs specs;
  private final Service service;
  private final Partners partners;
  private boolean required;
  private final After cleared = After.nothing();
  private String last = "";

  PreStart(Draft draft, Specs specs, Service service, Partners partners) {
    this.draft = draft;
    this.specs = specs;
    this.service = service;
    this.partners = partners;
  }

  /**
   * Removes what an earlier run left of them, by id: those to come have the same names, and so the
   * same words for their removal.
   */
  void clear(List<ContainerState> leftovers) {
    for (ContainerState leftover : leftovers) {
      Target target = new Target(service.name(), leftover.id());
      String cause = "an earlier run left '" + leftover.name() + "'";
      After stopped = After.nothing();
      if (Existing.runs(leftover)) {
        stopped.and(draft.add(new Step.StopContainer(target, null), cause, stopped.copy()));
      }
      cleared.and(draft.add(new Step.RemoveContainer(target, true), cause, stopped));
    }
  }

  /** From here on they run before whatever starts. */
  void require() {
    required = !service.hooks().preStart().isEmpty();
  }

  /** What a container of the service starts after, given what it starts after in any case. */
  After before(String container, After after) {
    if (!required) {
      return after;
    }
    if (last.isEmpty()) {
      for (int i = 0; i < service.hooks().preStart().size(); i++) {
        last = run(specs.preStart(service, i, container), i == 0 ? after : After.step(last));
      }
    }
    return After.step(last).and(after);
  }

  private String run(ContainerSpec spec, After after) {
    Target target = new Target(service.name(), spec.name());
    String cause = "service '" + service.name() + "' has a 'pre_start' hook";
    Step create = new Step.CreateContainer(spec, specs.late(service, partners.containers()));
    String created = draft.add(create, cause, after.copy().and(cleared));
    String started = draft.add(new Step.StartContainer(target), cause, After.step(created));
    Step await = new Step.AwaitContainer(target, Condition.COMPLETED, null);
    String completed = draft.add(await, "the service waits for it", After.step(started));
    return draft.add(
        new Step.RemoveContainer(target, true), "it has done its work", After.step(completed));
  }
}
