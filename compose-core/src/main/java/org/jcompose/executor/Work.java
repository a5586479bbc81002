package org.jcompose.executor;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jcompose.engine.Condition;
import org.jcompose.engine.ContainerEngine;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.engine.Engine;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.ExecResult;
import org.jcompose.engine.ExecSpec;
import org.jcompose.engine.Orchestrator;
import org.jcompose.model.Hook;
import org.jcompose.model.Service;
import org.jcompose.plan.Step;
import org.jcompose.provider.ServiceProviders;
import org.jspecify.annotations.Nullable;

/** Does a step on an engine, blocking; gives what more there is to say of it. */
final class Work implements Step.Visitor<String> {

  private final Engine engine;
  private final Engine.PullListener advancing;
  private final @Nullable ServiceProviders providers;
  private Map<String, String> told = Map.of();

  /**
   * Work on an engine.
   *
   * @param providers what provides services without containers; null: nothing does
   * @param advancing told how pulls and providers get on
   */
  Work(Engine engine, @Nullable ServiceProviders providers, Engine.PullListener advancing) {
    this.engine = engine;
    this.providers = providers;
    this.advancing = advancing;
  }

  /** The variables that the provider of the step's service told. */
  Map<String, String> told() {
    return told;
  }

  /** Which jobs a step's job waits for. */
  static Workers.Lane lane(Step step) {
    if (step instanceof Step.StartContainer start && start.alone()) {
      return Workers.Lane.ALONE;
    }
    if (step instanceof Step.StopContainer || step instanceof Step.RemoveService) {
      return Workers.Lane.STOP;
    }
    boolean waits = step instanceof Step.AwaitService || step instanceof Step.RunHook;
    boolean provides = step instanceof Step.ProvideService || step instanceof Step.ReleaseService;
    return waits || provides ? Workers.Lane.WAIT : Workers.Lane.WORK;
  }

  @Override
  public String pullImage(Step.PullImage step) {
    engine.pullImage(step.image(), advancing);
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
    ContainerEngine containers = containers();
    ContainerSpec spec = step.late().complete(step.spec(), name -> containers.inspect(name).id());
    StringJoiner said = new StringJoiner("; ", "created, with a warning: ", "").setEmptyValue("");
    containers.createContainer(spec, said::add);
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
  public String connectContainer(Step.ConnectContainer step) {
    containers().connectContainer(step.target().name(), step.network(), step.use());
    return "";
  }

  @Override
  public String disconnectContainer(Step.DisconnectContainer step) {
    containers().disconnectContainer(step.target().name(), step.network());
    return "";
  }

  @Override
  public String runHook(Step.RunHook step) {
    Hook hook = step.hook();
    List<String> command = hook.command() == null ? List.of() : hook.command();
    ExecResult result =
        containers()
            .exec(
                step.target().name(),
                new ExecSpec(
                    command,
                    hook.user(),
                    hook.privileged(),
                    hook.workingDir(),
                    hook.environment()));
    if (result.exitCode() != 0) {
      throw ContainerFailedException.byHook(step, result);
    }
    return "";
  }

  @Override
  public String provideService(Step.ProvideService step) {
    told = providers(step.service()).up(step.project(), step.service(), this::advance);
    return "";
  }

  @Override
  public String releaseService(Step.ReleaseService step) {
    providers(step.service()).down(step.project(), step.service(), this::advance);
    return "";
  }

  private void advance(String detail) {
    advancing.on(detail, 0, 0);
  }

  private ServiceProviders providers(Service service) {
    if (providers == null) {
      throw new EngineException(
          "service '" + service.name() + "' has a provider, and this run knows of none");
    }
    return providers;
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
