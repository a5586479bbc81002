package org.jcompose.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jcompose.engine.Capability;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.ContainerState.Status;
import org.jcompose.engine.Observed;
import org.jcompose.model.Service;
import org.jcompose.plan.Step.Target;
import org.jcompose.plan.UpOptions.Recreate;
import org.jcompose.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Plans {@code up} where each container is told of. Services come in the order of their
 * dependencies; of each, surplus containers go, those that are as they should be stay, the others
 * are started or replaced, and missing ones are made.
 *
 * <p>A container is replaced late: its successor is created under another name, and only when all
 * that it depends on is as it should be does the old one stop, go, and leave its name.
 */
final class ContainersUp {

  private static final int SHORT_ID = 12;
  private static final int MOST = 10_000;

  private final Draft draft;
  private final Desired desired;
  private final Specs specs;
  private final Resources resources;
  private final Existing existing;
  private final Conditions conditions;
  private final boolean canRename;
  private final Set<String> replaced = new HashSet<>();

  ContainersUp(
      Draft draft,
      Desired desired,
      Specs specs,
      Resources resources,
      Observed observed,
      Set<Capability> capabilities) {
    this.draft = draft;
    this.desired = desired;
    this.specs = specs;
    this.resources = resources;
    this.existing = new Existing(observed, capabilities);
    this.conditions = new Conditions(draft, desired, Step.AwaitContainer::new);
    this.canRename = capabilities.contains(Capability.RENAME);
  }

  void add() {
    refuseTooMany();
    addOrphans();
    for (Service service : desired.services) {
      conditions.put(service.name(), replicas(service));
    }
    if (desired.options.await()) {
      desired.services.forEach(conditions::awaitReady);
    }
  }

  /** Each is steps in memory before the first one is taken. */
  private void refuseTooMany() {
    Problems problems = new Problems();
    long all = 0;
    for (Service service : desired.services) {
      int wanted = desired.replicas(service);
      all += wanted;
      if (all > MOST && all - wanted <= MOST) {
        problems.error(
            desired.project.places().at("services." + service.name() + ".scale").orElse(null),
            "service '"
                + service.name()
                + "' is to have "
                + wanted
                + " containers, and the project"
                + " more than "
                + MOST
                + " in all",
            "lower its 'scale'");
      }
    }
    problems.throwIfErrors();
  }

  private List<Replica> replicas(Service service) {
    After gate = conditions.of(service);
    List<ContainerState> found = withoutLeftovers(service);
    int wanted = desired.replicas(service);
    List<Replica> replicas = new ArrayList<>();
    int highest = 0;
    for (ContainerState container : found) {
      highest = Math.max(highest, container.number());
      if (replicas.size() < wanted) {
        replicas.add(converge(service, container, gate));
      } else {
        discard(container, wanted(wanted));
      }
    }
    String cause = found.isEmpty() ? "it does not exist" : wanted(wanted);
    while (replicas.size() < wanted) {
      replicas.add(create(service, ++highest, cause, gate));
    }
    return replicas;
  }

  private static String wanted(int replicas) {
    return replicas + (replicas == 1 ? " is wanted" : " are wanted");
  }

  /** One container for each number; others were left by a replacement that was interrupted. */
  private List<ContainerState> withoutLeftovers(Service service) {
    List<ContainerState> kept = new ArrayList<>();
    for (ContainerState container : existing.of(service)) {
      ContainerState last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
      if (last == null || last.number() != container.number()) {
        kept.add(container);
        continue;
      }
      boolean takesOver = container.name().equals(specs.containerName(service, last.number()));
      discard(takesOver ? last : container, "it was left by an interrupted replacement");
      if (takesOver) {
        kept.set(kept.size() - 1, container);
      }
    }
    return kept;
  }

  private Replica converge(Service service, ContainerState container, After gate) {
    String divergence = divergence(service, container);
    if (divergence != null && desired.options.recreate() != Recreate.NEVER) {
      replaced.add(service.name());
      return replace(service, container, divergence, gate);
    }
    String name = specs.containerName(service, container.number());
    if (!container.name().equals(name) && canRename) {
      return takeName(service, container, name, gate);
    }
    if (Existing.runs(container)) {
      String kept = divergence == null ? "it is up to date" : divergence + ", but it is kept";
      return keepRunning(service, container, kept, gate);
    }
    if (container.isCompleted() && desired.isOneShot(service.name())) {
      draft.keep("container " + container.name() + ": it completed, and has not changed since");
      return Replica.kept(container);
    }
    return start(service, container.name(), Existing.rest(container), gate);
  }

  private @Nullable String divergence(Service service, ContainerState container) {
    if (desired.options.recreate() == Recreate.FORCE && desired.isNamed(service.name())) {
      return "its replacement was asked for";
    }
    return existing.divergence(container, service, specs.hash(service));
  }

  private Replica keepRunning(Service service, ContainerState container, String kept, After gate) {
    String restartedFor = replacedDependency(service);
    if (restartedFor != null) {
      return restart(service, container, restartedFor, gate);
    }
    if (container.status() == Status.PAUSED) {
      draft.notice("container '" + container.name() + "' is paused, and stays so");
    }
    draft.keep("container " + container.name() + ": " + kept);
    return Replica.kept(container);
  }

  private @Nullable String replacedDependency(Service service) {
    return service.dependsOn().entrySet().stream()
        .filter(entry -> entry.getValue().restart() && replaced.contains(entry.getKey()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private Replica restart(Service service, ContainerState container, String on, After gate) {
    Target target = new Target(service.name(), container.name());
    String cause = "'" + on + "', which it depends on, is replaced";
    Step stop = new Step.StopContainer(target, desired.options.stopTimeout());
    String stopped = draft.add(stop, cause, After.nothing());
    for (ContainerState dependency : existing.of(desired.project.service(on))) {
      draft.order(stopped, "stop container " + dependency.name());
    }
    return start(service, container.name(), cause, After.step(stopped).and(gate));
  }

  private Replica create(Service service, int number, String cause, After gate) {
    ContainerSpec spec = specs.container(service, number);
    String created = create(spec, cause, resources.neededBy(service));
    return start(service, spec.name(), "it is new", After.step(created).and(gate));
  }

  private String create(ContainerSpec spec, String cause, After after) {
    String removal = "remove container " + spec.name();
    return draft.add(
        new Step.CreateContainer(spec),
        cause,
        draft.has(removal) ? After.step(removal).and(after) : after);
  }

  private Replica takeName(Service service, ContainerState container, String name, After gate) {
    String cause = "a replacement was interrupted";
    Step rename = new Step.RenameContainer(new Target(service.name(), container.name()), name);
    String renamed = draft.add(rename, cause, After.nothing());
    return start(service, name, cause, After.step(renamed).and(gate));
  }

  private Replica replace(Service service, ContainerState old, String cause, After gate) {
    return canRename
        ? replaceByRenaming(service, old, cause, gate)
        : replaceInPlace(service, old, cause, gate);
  }

  private Replica replaceByRenaming(Service service, ContainerState old, String cause, After gate) {
    String name = specs.containerName(service, old.number());
    String interim = old.id().substring(0, Math.min(SHORT_ID, old.id().length())) + "_" + name;
    ContainerSpec spec = specs.replacement(service, old.number(), interim);
    String created = create(spec, cause, resources.neededBy(service));
    String removed = discard(old, "it is replaced", After.step(created).and(gate));
    Step rename = new Step.RenameContainer(new Target(service.name(), interim), name);
    String renamed = draft.add(rename, "it takes that one's place", After.step(removed));
    return start(service, name, "it is new", After.step(renamed).and(gate));
  }

  private Replica replaceInPlace(Service service, ContainerState old, String cause, After gate) {
    After needed = resources.neededBy(service);
    String removed = discard(old, cause, After.nothing().and(needed).and(gate));
    ContainerSpec spec = specs.container(service, old.number());
    String created = create(spec, cause, After.step(removed).and(needed));
    return start(service, spec.name(), "it is new", After.step(created).and(gate));
  }

  private Replica start(Service service, String name, String cause, After after) {
    boolean alone =
        service.ports().stream()
            .anyMatch(port -> port.published() != null && port.published().contains("-"));
    Step start = new Step.StartContainer(new Target(service.name(), name), alone);
    return Replica.started(name, draft.add(start, cause, after));
  }

  private void addOrphans() {
    List<ContainerState> orphans = existing.orphans(desired.project);
    if (desired.options.removeOrphans()) {
      orphans.forEach(orphan -> discard(orphan, Orphans.cause(orphan)));
    } else {
      Orphans.notice(orphans, draft);
    }
  }

  private void discard(ContainerState container, String cause) {
    discard(container, cause, After.nothing());
  }

  /** Stops a container, if it runs, and removes it; returns the removal. */
  private String discard(ContainerState container, String cause, After after) {
    Target target = new Target(container.service(), container.name());
    After gone = after;
    if (Existing.runs(container)) {
      Step stop = new Step.StopContainer(target, desired.options.stopTimeout());
      gone = After.step(draft.add(stop, cause, after));
    }
    return draft.add(new Step.RemoveContainer(target, false), cause, gone);
  }
}
