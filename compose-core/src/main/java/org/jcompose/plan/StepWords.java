package org.jcompose.plan;

import java.util.Locale;
import org.jcompose.engine.Condition;

/** Says in words what a step does to what; the words are its id in a plan. */
final class StepWords implements Step.Visitor<String> {

  private static final StepWords INSTANCE = new StepWords();

  private StepWords() {}

  static String of(Step step) {
    return step.accept(INSTANCE);
  }

  static String of(Condition condition) {
    return condition.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String pullImage(Step.PullImage step) {
    return "pull image " + step.image();
  }

  @Override
  public String createNetwork(Step.CreateNetwork step) {
    return "create network " + step.spec().network().name();
  }

  @Override
  public String createVolume(Step.CreateVolume step) {
    return "create volume " + step.spec().volume().name();
  }

  @Override
  public String createContainer(Step.CreateContainer step) {
    return "create container " + step.spec().name();
  }

  @Override
  public String renameContainer(Step.RenameContainer step) {
    return "rename container " + step.target().name() + " to " + step.newName();
  }

  @Override
  public String startContainer(Step.StartContainer step) {
    return "start container " + step.target().name();
  }

  @Override
  public String awaitContainer(Step.AwaitContainer step) {
    return "await container " + step.target().name() + " " + of(step.condition());
  }

  @Override
  public String stopContainer(Step.StopContainer step) {
    return "stop container " + step.target().name();
  }

  @Override
  public String removeContainer(Step.RemoveContainer step) {
    return "remove container " + step.target().name();
  }

  @Override
  public String removeNetwork(Step.RemoveNetwork step) {
    return "remove network " + step.name();
  }

  @Override
  public String removeVolume(Step.RemoveVolume step) {
    return "remove volume " + step.name();
  }

  @Override
  public String applyService(Step.ApplyService step) {
    return "apply service " + step.spec().name();
  }

  @Override
  public String awaitService(Step.AwaitService step) {
    return "await service " + step.target().name() + " " + of(step.condition());
  }

  @Override
  public String connectContainer(Step.ConnectContainer step) {
    return "connect container " + step.target().name() + " to network " + step.network();
  }

  @Override
  public String disconnectContainer(Step.DisconnectContainer step) {
    return "disconnect container " + step.target().name() + " from network " + step.network();
  }

  @Override
  public String runHook(Step.RunHook step) {
    return "run "
        + step.attribute()
        + " "
        + step.number()
        + " in container "
        + step.target().name();
  }

  @Override
  public String provideService(Step.ProvideService step) {
    return "provide service " + step.service().name();
  }

  @Override
  public String releaseService(Step.ReleaseService step) {
    return "release service " + step.service().name();
  }

  @Override
  public String removeService(Step.RemoveService step) {
    return "remove service " + step.target().name();
  }
}
