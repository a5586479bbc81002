package org.jcompose.plan;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jcompose.engine.Condition;
import org.jcompose.model.Dependency;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/** Drafts the waits for what services depend on. */
final class Conditions {

  private final Draft draft;
  private final Desired desired;
  private final Awaiting awaiting;
  private final Map<String, List<Replica>> replicas = new HashMap<>();

  /** The replicas that must become healthy or complete in any case, and so are of use then. */
  private final Set<String> awaited = new HashSet<>();

  /** Makes the step that waits for a replica. */
  @FunctionalInterface
  interface Awaiting {
    Step await(Step.Target target, Condition condition, @Nullable Duration timeout);
  }

  Conditions(Draft draft, Desired desired, Awaiting awaiting) {
    this.draft = draft;
    this.desired = desired;
    this.awaiting = awaiting;
  }

  void put(String service, List<Replica> planned) {
    replicas.put(service, planned);
  }

  /** The containers of a service that was planned; none of one that was not. */
  List<Replica> replicas(String service) {
    return replicas.getOrDefault(service, List.of());
  }

  /** What a container of the service starts after. */
  After of(Service service) {
    After after = After.nothing();
    service
        .dependsOn()
        .forEach(
            (name, dependency) -> {
              for (Replica replica : replicas(name)) {
                add(after, name, dependency, replica);
              }
            });
    after.ended.removeAll(after.done);
    return after;
  }

  /** Waits for every replica to be of use. */
  void awaitReady(Service service) {
    for (Replica replica : replicas(service.name())) {
      if (!replica.fulfils(Condition.READY) && !awaited.contains(replica.name())) {
        await(service.name(), replica, Condition.READY, "its being ready was asked for");
      }
    }
  }

  private void add(After after, String on, Dependency dependency, Replica replica) {
    Set<String> steps = dependency.required() ? after.done : after.ended;
    if (dependency.condition() == Dependency.Condition.SERVICE_STARTED) {
      if (replica.startStep() != null) {
        steps.add(replica.startStep());
      }
      return;
    }
    Condition condition =
        dependency.condition() == Dependency.Condition.SERVICE_HEALTHY
            ? Condition.HEALTHY
            : Condition.COMPLETED;
    if (!replica.fulfils(condition)) {
      steps.add(await(on, replica, condition, waitingOnes(on, dependency.condition())));
      if (dependency.required()) {
        awaited.add(replica.name());
      }
    }
  }

  private String await(String service, Replica replica, Condition condition, String cause) {
    Duration timeout = desired.options.await() ? desired.options.awaitTimeout() : null;
    Step step = awaiting.await(new Step.Target(service, replica.name()), condition, timeout);
    After start = replica.startStep() == null ? After.nothing() : After.step(replica.startStep());
    return draft.add(step, cause, start);
  }

  private String waitingOnes(String on, Dependency.Condition condition) {
    Set<String> dependents = desired.dependents(on, condition);
    return dependents.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "))
        + (dependents.size() == 1 ? " waits for it" : " wait for it");
  }
}
