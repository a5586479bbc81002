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
import org.jcompose.model.Dependency;
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
  private final Lifecycle lifecycle;
  private final NetworkRenewals renewals;
  private final Divergences divergences;
  private final Conditions conditions;
  private final boolean canRename;
  private final Set<String> replaced = new HashSet<>();

  ContainersUp(Drafting drafting, Resources resources, Observed observed, Differences differences) {
    this.draft = drafting.draft();
    this.desired = drafting.desired();
    this.specs = drafting.specs();
    this.lifecycle = drafting.lifecycle();
    this.renewals = drafting.renewals();
    this.resources = resources;
    this.existing = new Existing(observed, drafting.capabilities());
    this.divergences = new Divergences(desired, specs, existing, differences);
    this.conditions = new Conditions(draft, desired, Step.AwaitContainer::new);
    this.canRename = drafting.capabilities().contains(Capability.RENAME);
  }

  void add() {
    refuseTooMany();
    addOrphans();
    for (Service service : desired.services) {
      if (service.provider() == null) {
        conditions.put(service.name(), new OfService(service).replicas());
      }
    }
    renewals.rejoinOthers();
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

  private void addOrphans() {
    List<ContainerState> orphans = existing.orphans(desired.project);
    if (desired.options.removeOrphans()) {
      orphans.forEach(orphan -> discard(orphan, Orphans.cause(orphan), After.nothing()));
    } else {
      Orphans.notice(orphans, draft);
    }
  }

  /** Stops a container, if it runs, and removes it; returns the removal. */
  private String discard(ContainerState container, String cause, After after) {
    return lifecycle.remove(container, false, cause, after).removed();
  }

  /** Drafts the containers of one service. */
  private final class OfService {

    private final Service service;
    private final int wanted;
    private final After gate;
    private final Partners partners;
    private final PreStart preStart;

    OfService(Service service) {
      this.service = service;
      this.wanted = desired.replicas(service);
      this.partners = Partners.of(service, conditions);
      this.gate = conditions.of(service).and(partners.started());
      this.preStart = new PreStart(draft, specs, service, partners);
    }

    List<Replica> replicas() {
      List<Candidate> found = divergences.candidates(service, withoutLeftovers(), partners);
      List<Candidate> kept = found.stream().limit(wanted).toList();
      found.stream().skip(wanted).forEach(each -> discard(each.container(), wanted()));
      prepare(kept);
      List<Replica> replicas = new ArrayList<>();
      kept.stream().sorted(Candidate.BY_NUMBER).forEach(each -> replicas.add(converge(each)));
      int highest = found.stream().mapToInt(each -> each.container().number()).max().orElse(0);
      String cause = found.isEmpty() ? "it does not exist" : wanted();
      while (replicas.size() < wanted) {
        replicas.add(create(++highest, cause));
      }
      return replicas;
    }

    /** What ran for the present configuration before does not run again. */
    private void prepare(List<Candidate> kept) {
      preStart.clear(existing.hooksOf(service));
      boolean ran =
          kept.stream()
              .anyMatch(
                  each -> each.divergence() == null && each.container().status() != Status.CREATED);
      if (!ran) {
        preStart.require();
      }
    }

    private String wanted() {
      return wanted + (wanted == 1 ? " is wanted" : " are wanted");
    }

    private void discard(ContainerState container, String cause) {
      ContainersUp.this.discard(container, cause, After.nothing());
    }

    /** One container for each number; others were left by a replacement that was interrupted. */
    private List<ContainerState> withoutLeftovers() {
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

    private Replica converge(Candidate candidate) {
      ContainerState container = candidate.container();
      String divergence = candidate.divergence();
      if (divergence != null && desired.options.recreate() != Recreate.NEVER) {
        replaced.add(service.name());
        return replace(container, divergence);
      }
      String name = specs.containerName(service, container.number());
      if (!container.name().equals(name) && canRename) {
        return takeName(container, name);
      }
      if (Existing.runs(container)) {
        String kept = divergence == null ? "it is up to date" : divergence + ", but it is kept";
        return keepRunning(container, kept);
      }
      if (container.isCompleted() && desired.isOneShot(service.name())) {
        rejoin(container);
        draft.keep("container " + container.name() + ": it completed, and has not changed since");
        return Replica.kept(container);
      }
      After after = gate.copy().and(rejoin(container));
      return started(container, container.name(), Existing.rest(container), after);
    }

    private Replica keepRunning(ContainerState container, String kept) {
      String restartedFor = restartCause();
      if (restartedFor != null) {
        return restart(container, restartedFor);
      }
      if (renewals.concerns(container)) {
        After after = gate.copy().and(rejoin(container));
        return started(container, container.name(), "it ran before", after);
      }
      if (container.status() == Status.PAUSED) {
        draft.notice("container '" + container.name() + "' is paused, and stays so");
      }
      draft.keep("container " + container.name() + ": " + kept);
      return Replica.kept(container);
    }

    private After rejoin(ContainerState container) {
      return renewals.concerns(container)
          ? renewals.rejoin(container, specs.container(service, container.number()).networks())
          : After.nothing();
    }

    private @Nullable String restartCause() {
      for (Map.Entry<String, Dependency> on : service.dependsOn().entrySet()) {
        if (on.getValue().restart() && replaced.contains(on.getKey())) {
          return "'" + on.getKey() + "', which it depends on, is replaced";
        }
      }
      return partners.restartCause();
    }

    private Replica restart(ContainerState container, String cause) {
      String stopped = lifecycle.stop(container, cause, After.nothing());
      for (String on : service.dependsOn().keySet()) {
        Service dependency = desired.project.services().get(on);
        if (dependency != null) {
          existing.of(dependency).forEach(each -> lifecycle.stopAfter(stopped, each.name()));
        }
      }
      return started(
          container, container.name(), cause, After.step(stopped).and(gate).and(rejoin(container)));
    }

    private Replica create(int number, String cause) {
      ContainerSpec spec = specs.container(service, number);
      String created = create(spec, cause, After.nothing());
      return made(spec.name(), After.step(created).and(gate));
    }

    private String create(ContainerSpec spec, String cause, After after) {
      String removal = "remove container " + spec.name();
      After all = after.copy().and(resources.neededBy(service)).and(partners.started());
      return draft.add(
          new Step.CreateContainer(spec, specs.late(service, partners.containers())),
          cause,
          draft.has(removal) ? After.step(removal).and(all) : all);
    }

    private Replica takeName(ContainerState container, String name) {
      String cause = "a replacement was interrupted";
      Step rename = new Step.RenameContainer(new Target(service.name(), container.name()), name);
      String renamed = draft.add(rename, cause, After.nothing());
      return started(container, name, cause, After.step(renamed).and(gate));
    }

    private Replica replace(ContainerState old, String cause) {
      return canRename ? replaceByRenaming(old, cause) : replaceInPlace(old, cause);
    }

    private Replica replaceByRenaming(ContainerState old, String cause) {
      String name = specs.containerName(service, old.number());
      String interim = old.id().substring(0, Math.min(SHORT_ID, old.id().length())) + "_" + name;
      String heirOf = desired.options.renewAnonymousVolumes() ? null : old.id();
      ContainerSpec spec = specs.replacement(service, old.number(), interim, heirOf);
      String created = create(spec, cause, After.nothing());
      After ready = After.step(created).and(gate);
      String removed = ContainersUp.this.discard(old, "it is replaced", ready);
      Step rename = new Step.RenameContainer(new Target(service.name(), interim), name);
      String renamed = draft.add(rename, "it takes that one's place", After.step(removed));
      return made(name, After.step(renamed).and(gate));
    }

    private Replica replaceInPlace(ContainerState old, String cause) {
      After needed = resources.neededBy(service).and(gate);
      String removed = ContainersUp.this.discard(old, cause, needed);
      ContainerSpec spec = specs.container(service, old.number());
      String created = create(spec, cause, After.step(removed));
      return made(spec.name(), After.step(created).and(gate));
    }

    private Replica made(String name, After after) {
      return Replica.made(name, start(name, "it is new", after));
    }

    private Replica started(ContainerState container, String name, String cause, After after) {
      return Replica.started(container, name, start(name, cause, after));
    }

    private String start(String name, String cause, After after) {
      return lifecycle.start(service, name, cause, preStart.before(name, after));
    }
  }
}
