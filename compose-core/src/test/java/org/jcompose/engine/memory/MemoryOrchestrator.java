package org.jcompose.engine.memory;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jcompose.engine.Capability;
import org.jcompose.engine.ComposeLabels;
import org.jcompose.engine.Condition;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.ContainerState.Health;
import org.jcompose.engine.ContainerState.Status;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.Finding;
import org.jcompose.engine.Identity;
import org.jcompose.engine.LogRequest;
import org.jcompose.engine.NetworkSpec;
import org.jcompose.engine.ObserveRequest;
import org.jcompose.engine.Observed;
import org.jcompose.engine.Orchestrator;
import org.jcompose.engine.ServiceSpec;
import org.jcompose.engine.Subscription;
import org.jcompose.engine.Timekeeper;
import org.jcompose.engine.VolumeSpec;
import org.jcompose.model.Project;
import org.jspecify.annotations.Nullable;

/** An orchestrator that schedules the replicas of services onto a {@link MemoryEngine}. */
public final class MemoryOrchestrator implements Orchestrator {

  private final MemoryEngine node;

  public MemoryOrchestrator(MemoryEngine node) {
    this.node = node;
  }

  @Override
  public void applyService(ServiceSpec spec) {
    removeService(spec.name());
    for (int number = 1; number <= spec.service().replicas(); number++) {
      String name = spec.name() + "." + number;
      Map<String, String> labels = new HashMap<>(spec.labels());
      labels.put(ComposeLabels.CONTAINER_NUMBER, String.valueOf(number));
      node.createContainer(
          new ContainerSpec(
              spec.project(),
              spec.service(),
              number,
              name,
              labels,
              spec.networks(),
              spec.mounts()));
      node.startContainer(name);
    }
  }

  @Override
  public void awaitService(String name, Condition condition, @Nullable Duration timeout) {
    String project = name.substring(0, name.indexOf('_'));
    AtomicReference<CompletableFuture<Boolean>> news =
        new AtomicReference<>(new CompletableFuture<>());
    AtomicBoolean late = new AtomicBoolean();
    Runnable look = () -> news.getAndSet(new CompletableFuture<>()).complete(true);
    Timekeeper.Alarm alarm =
        timeout == null
            ? () -> {}
            : timekeeper()
                .after(
                    timeout,
                    () -> {
                      late.set(true);
                      look.run();
                    });
    Subscription events = node.events(project, event -> look.run());
    try {
      for (CompletableFuture<Boolean> next = news.get();
          !fulfilled(name, condition, late.get());
          next = news.get()) {
        timekeeper().block(next);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("interrupted", null, e);
    } finally {
      alarm.close();
      events.close();
    }
  }

  private boolean fulfilled(String name, Condition condition, boolean late) {
    boolean all = true;
    for (ContainerState replica : replicas(name)) {
      boolean over = replica.status() == Status.EXITED && !replica.isCompleted();
      if (over || late || replica.health() == Health.UNHEALTHY) {
        throw new EngineException("replica '" + replica.name() + "' is not " + condition);
      }
      all &=
          switch (condition) {
            case RUNNING -> replica.isRunning();
            case HEALTHY -> replica.health() == Health.HEALTHY;
            case COMPLETED -> replica.isCompleted();
            case READY -> replica.isCompleted() || replica.health() != Health.STARTING;
          };
    }
    return all;
  }

  @Override
  public void removeService(String name) {
    for (ContainerState replica : replicas(name)) {
      node.stopContainer(replica.id(), null);
      node.removeContainer(replica.id(), false);
    }
  }

  private List<ContainerState> replicas(String name) {
    String project = name.substring(0, name.indexOf('_'));
    return node.observe(ObserveRequest.of(project)).containers().stream()
        .filter(each -> each.name().startsWith(name + "."))
        .toList();
  }

  @Override
  public Identity identity() {
    return new Identity("memory-orchestrator", "memory", "1", null, "in process");
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.NETWORKS, Capability.VOLUMES);
  }

  @Override
  public Timekeeper timekeeper() {
    return node.timekeeper();
  }

  @Override
  public List<Finding> review(Project project) {
    return node.review(project);
  }

  @Override
  public Observed observe(ObserveRequest request) {
    return node.observe(request);
  }

  @Override
  public void createNetwork(NetworkSpec spec) {
    node.createNetwork(spec);
  }

  @Override
  public void removeNetwork(String nameOrId) {
    node.removeNetwork(nameOrId);
  }

  @Override
  public void createVolume(VolumeSpec spec) {
    node.createVolume(spec);
  }

  @Override
  public void removeVolume(String name) {
    node.removeVolume(name);
  }

  @Override
  public void pullImage(String image, PullListener listener) {
    throw new UnsupportedOperationException("the nodes pull");
  }

  @Override
  public Subscription events(String project, EventListener listener) {
    return node.events(project, listener);
  }

  @Override
  public Subscription logs(String container, LogRequest request, LogListener listener) {
    return node.logs(container, request, listener);
  }

  @Override
  public void close() {
    node.close();
  }
}
