package org.jcompose.executor;

import org.jcompose.plan.PlannedStep;
import org.jcompose.plan.Step;
import org.jcompose.progress.StepNote;
import org.jcompose.progress.StepNote.Activity;
import org.jspecify.annotations.Nullable;

/** Says of steps what progress shows. */
final class Notes implements Step.Visitor<StepNote> {

  private final String id;

  private Notes(String id) {
    this.id = id;
  }

  static StepNote of(PlannedStep step) {
    return step.step().accept(new Notes(step.id()));
  }

  @Override
  public StepNote pullImage(Step.PullImage step) {
    return note(Activity.PULL, "image " + step.image(), null);
  }

  @Override
  public StepNote createNetwork(Step.CreateNetwork step) {
    return note(Activity.CREATE, "network " + step.spec().network().name(), null);
  }

  @Override
  public StepNote createVolume(Step.CreateVolume step) {
    return note(Activity.CREATE, "volume " + step.spec().volume().name(), null);
  }

  @Override
  public StepNote createContainer(Step.CreateContainer step) {
    String service = step.spec().service().name();
    return note(Activity.CREATE, "container " + step.spec().name(), service);
  }

  @Override
  public StepNote renameContainer(Step.RenameContainer step) {
    String subject = "container " + step.target().name() + " to " + step.newName();
    return note(Activity.RENAME, subject, step.target().service());
  }

  @Override
  public StepNote startContainer(Step.StartContainer step) {
    return container(Activity.START, step.target());
  }

  @Override
  public StepNote awaitContainer(Step.AwaitContainer step) {
    return container(Activity.AWAIT, step.target());
  }

  @Override
  public StepNote stopContainer(Step.StopContainer step) {
    return container(Activity.STOP, step.target());
  }

  @Override
  public StepNote removeContainer(Step.RemoveContainer step) {
    return container(Activity.REMOVE, step.target());
  }

  @Override
  public StepNote removeNetwork(Step.RemoveNetwork step) {
    return note(Activity.REMOVE, "network " + step.name(), null);
  }

  @Override
  public StepNote removeVolume(Step.RemoveVolume step) {
    return note(Activity.REMOVE, "volume " + step.name(), null);
  }

  @Override
  public StepNote applyService(Step.ApplyService step) {
    String service = step.spec().service().name();
    return note(Activity.APPLY, "service " + step.spec().name(), service);
  }

  @Override
  public StepNote awaitService(Step.AwaitService step) {
    return service(Activity.AWAIT, step.target());
  }

  @Override
  public StepNote connectContainer(Step.ConnectContainer step) {
    String subject = "container " + step.target().name() + " to network " + step.network();
    return note(Activity.CONNECT, subject, step.target().service());
  }

  @Override
  public StepNote disconnectContainer(Step.DisconnectContainer step) {
    String subject = "container " + step.target().name() + " from network " + step.network();
    return note(Activity.DISCONNECT, subject, step.target().service());
  }

  @Override
  public StepNote runHook(Step.RunHook step) {
    String subject =
        step.attribute() + " " + step.number() + " in container " + step.target().name();
    return note(Activity.RUN, subject, step.target().service());
  }

  @Override
  public StepNote provideService(Step.ProvideService step) {
    String service = step.service().name();
    return note(Activity.PROVIDE, "service " + service, service);
  }

  @Override
  public StepNote releaseService(Step.ReleaseService step) {
    String service = step.service().name();
    return note(Activity.RELEASE, "service " + service, service);
  }

  @Override
  public StepNote removeService(Step.RemoveService step) {
    return service(Activity.REMOVE, step.target());
  }

  private StepNote container(Activity activity, Step.Target target) {
    return note(activity, "container " + target.name(), target.service());
  }

  private StepNote service(Activity activity, Step.Target target) {
    return note(activity, "service " + target.name(), target.service());
  }

  private StepNote note(Activity activity, String subject, @Nullable String service) {
    return new StepNote(id, activity, subject, service);
  }
}
