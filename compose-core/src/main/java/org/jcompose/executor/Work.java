package org.jcompose.executor;

import java.util.Locale;
import java.util.StringJoiner;
import org.jcompose.engine.Condition;
import org.jcompose.engine.ContainerEngine;
import org.jcompose.engine.Engine;
import org.jcompose.engine.Orchestrator;
import org.jcompose.plan.Step;

/** Does a step on an engine, blocking; gives what more there is to say of it. */
final class Work implements Step.Visitor<String> {

  private final Engine engine;
  private final Engine.PullListener pulling;

  Work(Engine engine, Engine.PullListener pulling) {
    this.engine = engine;
    this.pulling = pulling;
  }

  /** Which jobs a step's job waits for. */
  static Workers.Lane lane(Step step) {
    if (step instanceof Step.StartContainer start && start.alone()) {
      return Workers.Lane.ALONE;
    }
    if (step instanceof Step.StopContainer || step instanceof Step.RemoveService) {
      return Workers.Lane.STOP;
    }
    return step instanceof Step.AwaitService ? Workers.Lane.WAIT : Workers.Lane.WORK;
  }

  @Override
  public String pullImage(Step.PullImage step) {
    engine.pullImage(step.image(), pulling);
    return "";
  }

  @Override
  public String createNetwork(Step.CreateNetwork step) {
    engine.createNetwork(step.spec());
    return "";
  }

  @Override
  public String createVolume(Step.CreateVolume step) {
    engine.createVolume(step.spec());
    return "";
  }

  @Override
  public String createContainer(Step.CreateContainer step) {
    StringJoiner said = new StringJoiner("; ", "created, with a warning: ", "").setEmptyValue("");
    containers().createContainer(step.spec(), said::add);
    return said.toString();
  }

  @Override
  public String renameContainer(Step.RenameContainer step) {
    containers().renameContainer(step.target().name(), step.newName());
    return "";
  }

  @Override
  public String startContainer(Step.StartContainer step) {
    containers().startContainer(step.target().name());
    return "";
  }

  @Override
  public String awaitContainer(Step.AwaitContainer step) {
    throw new IllegalStateException("waiting for a container is not a worker's job");
  }

  @Override
  public String stopContainer(Step.StopContainer step) {
    containers().stopContainer(step.target().name(), step.timeout());
    return "";
  }

  @Override
  public String removeContainer(Step.RemoveContainer step) {
    containers().removeContainer(step.target().name(), step.volumes());
    return "";
  }

  @Override
  public String removeNetwork(Step.RemoveNetwork step) {
    engine.removeNetwork(step.name());
    return "";
  }

  @Override
  public String removeVolume(Step.RemoveVolume step) {
    engine.removeVolume(step.name());
    return "";
  }

  @Override
  public String applyService(Step.ApplyService step) {
    services().applyService(step.spec());
    return "";
  }

  @Override
  public String awaitService(Step.AwaitService step) {
    services().awaitService(step.target().name(), step.condition(), step.timeout());
    return word(step.condition());
  }

  @Override
  public String removeService(Step.RemoveService step) {
    services().removeService(step.target().name());
    return "";
  }

  static String word(Condition condition) {
    return condition.name().toLowerCase(Locale.ROOT);
  }

  private ContainerEngine containers() {
    if (engine instanceof ContainerEngine containers) {
      return containers;
    }
    throw new IllegalStateException("a plan of containers was given to an orchestrator");
  }

  private Orchestrator services() {
    if (engine instanceof Orchestrator services) {
      return services;
    }
    throw new IllegalStateException("a plan of services was given to a container engine");
  }
}
