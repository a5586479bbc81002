package org.jcompose.plan;

import java.util.List;
import org.jcompose.engine.ComposeLabels;
import org.jcompose.engine.Condition;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.Observed;
import org.jcompose.model.Service;
import org.jcompose.plan.Step.Target;
import org.jcompose.plan.UpOptions.Recreate;

/** Plans {@code up} where whole services are handed over: the engine replaces replicas itself. */
final class ServicesUp {

  private final Draft draft;
  private final Desired desired;
  private final Specs specs;
  private final Resources resources;
  private final Existing existing;
  private final Conditions conditions;

  ServicesUp(Drafting drafting, Resources resources, Observed observed) {
    this.draft = drafting.draft();
    this.desired = drafting.desired();
    this.specs = drafting.specs();
    this.resources = resources;
    this.existing = new Existing(observed, drafting.capabilities());
    this.conditions = new Conditions(draft, desired, Step.AwaitService::new);
  }

  void add() {
    for (Service service : desired.services) {
      conditions.put(service.name(), List.of(converge(service)));
    }
    if (desired.options.await()) {
      desired.services.forEach(conditions::awaitReady);
    }
    addOrphans();
  }

  private Replica converge(Service service) {
    Service scaled = service.toBuilder().scale(desired.replicas(service)).build();
    List<ContainerState> found = existing.of(service);
    String cause = divergence(scaled, found);
    String name = specs.serviceName(service);
    if (cause.isEmpty()) {
      draft.keep("service " + name + ": it is up to date");
      // Its replicas are alike: the one that is least ready speaks for all.
      return found.stream()
          .filter(each -> !Replica.kept(each).fulfils(Condition.READY))
          .findFirst()
          .or(() -> found.stream().findFirst())
          .map(state -> new Replica(name, state.id(), null, state))
          .orElseGet(() -> new Replica(name, null, null, null));
    }
    After after = resources.neededBy(service).and(conditions.of(service));
    Step apply = new Step.ApplyService(specs.service(scaled));
    return Replica.made(name, draft.add(apply, cause, after));
  }

  /** Why a service is handed over; empty if it is as it should be. */
  private String divergence(Service service, List<ContainerState> found) {
    Recreate recreate = desired.options.recreate();
    if (found.isEmpty()) {
      return "it does not exist";
    }
    if (recreate == Recreate.FORCE && desired.isNamed(service.name())) {
      return "its replacement was asked for";
    }
    String hash = specs.hash(service);
    if (found.stream().anyMatch(each -> !each.label(ComposeLabels.CONFIG_HASH).equals(hash))) {
      return recreate == Recreate.NEVER ? "" : "its configuration changed";
    }
    int wanted = service.replicas();
    return found.size() == wanted ? "" : wanted + " replicas are wanted";
  }

  private void addOrphans() {
    List<ContainerState> orphans = existing.orphans(desired.project);
    if (desired.options.removeOrphans()) {
      orphans.forEach(this::remove);
    } else {
      Orphans.notice(orphans, draft);
    }
  }

  private void remove(ContainerState orphan) {
    String name = desired.project.name() + "_" + orphan.service();
    Step remove = new Step.RemoveService(new Target(orphan.service(), name));
    draft.add(remove, Orphans.cause(orphan), After.nothing());
  }
}
