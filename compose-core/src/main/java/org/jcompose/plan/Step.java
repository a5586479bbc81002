package org.jcompose.plan;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jcompose.engine.Condition;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.engine.NetworkSpec;
import org.jcompose.engine.ServiceSpec;
import org.jcompose.engine.VolumeSpec;
import org.jcompose.model.Hook;
import org.jcompose.model.NetworkUse;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/**
 * One thing to do at an engine. A step names what it acts on; that names are unique in a plan makes
 * its steps so.
 */
public sealed interface Step {

  /** Calls the visitor's method for this step's type. */
  <R> R accept(Visitor<R> visitor);

  /** One method for each type of step. */
  interface Visitor<R> {
    R pullImage(PullImage step);

    R createNetwork(CreateNetwork step);

    R createVolume(CreateVolume step);

    R createContainer(CreateContainer step);

    R renameContainer(RenameContainer step);

    R startContainer(StartContainer step);

    R awaitContainer(AwaitContainer step);

    R stopContainer(StopContainer step);

    R removeContainer(RemoveContainer step);

    R removeNetwork(RemoveNetwork step);

    R removeVolume(RemoveVolume step);

    R applyService(ApplyService step);

    R awaitService(AwaitService step);

    R removeService(RemoveService step);

    R connectContainer(ConnectContainer step);

    R disconnectContainer(DisconnectContainer step);

    R runHook(RunHook step);

    R provideService(ProvideService step);

    R releaseService(ReleaseService step);
  }

  /**
   * A container that a step acts on.
   *
   * @param service the Compose service it belongs to
   * @param name its name when the step's turn comes; what the engine is asked for
   */
  record Target(String service, String name) {}

  record PullImage(String image) implements Step {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pullImage(this);
    }
  }

  record CreateNetwork(NetworkSpec spec) implements Step {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.createNetwork(this);
    }
  }

  record CreateVolume(VolumeSpec spec) implements Step {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.createVolume(this);
    }
  }

  /**
   * Creates a container.
   *
   * @param late what of the spec is only known once the containers are there with which it shares
   *     something; {@link Late#nothing} if that is nothing
   */
  record CreateContainer(ContainerSpec spec, Late late) implements Step {
    public CreateContainer(ContainerSpec spec) {
      this(spec, Late.nothing());
    }

    /** Completes a spec by the ids that containers have got. */
    @FunctionalInterface
    public interface Late {
      ContainerSpec complete(ContainerSpec spec, UnaryOperator<String> idOfContainer);

      /** Leaves specs as they are. */
      static Late nothing() {
        return (spec, idOfContainer) -> spec;
      }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.createContainer(this);
    }
  }

  record RenameContainer(Target target, String newName) implements Step {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.renameContainer(this);
    }
  }

  /**
   * Starts a container.
   *
   * @param alone whether no other such start may overlap: it publishes a range of host ports, which
   *     engines do not assign atomically
   */
  record StartContainer(Target target, boolean alone) implements Step {
    public StartContainer(Target target) {
      this(target, false);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.startContainer(this);
    }
  }

  /**
   * Waits on events until a condition holds of a container.
   *
   * @param timeout null: for as long as it takes
   */
  record AwaitContainer(Target target, Condition condition, @Nullable Duration timeout)
      implements Step {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.awaitContainer(this);
    }
  }

  /**
   * Stops a container gracefully.
   *
   * @param timeout null: as it was created with
   */
  record StopContainer(Target target, @Nullable Duration timeout) implements Step {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.stopContainer(this);
    }
  }

  /** Removes a stopped container; {@code volumes}: with its anonymous volumes. */
  record RemoveContainer(Target target, boolean volumes) implements Step {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.removeContainer(this);
    }
  }

  record RemoveNetwork(String name) implements Step {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.removeNetwork(this);
    }
  }

  record RemoveVolume(String name) implements Step {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.removeVolume(this);
    }
  }

  record ApplyService(ServiceSpec spec) implements Step {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.applyService(this);
    }
  }

  /** Waits until a condition holds of every replica of an orchestrated service. */
  record AwaitService(Target target, Condition condition, @Nullable Duration timeout)
      implements Step {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.awaitService(this);
    }
  }

  /** Connects a container to a network that was made anew. */
  record ConnectContainer(Target target, String network, NetworkUse use) implements Step {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.connectContainer(this);
    }
  }

  /** Disconnects a container from a network that is to be made anew. */
  record DisconnectContainer(Target target, String network) implements Step {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.disconnectContainer(this);
    }
  }

  /**
   * Runs a command in a running container.
   *
   * @param attribute what it is there for: {@code post_start} or {@code pre_stop}
   * @param number from 1, among those of the same attribute
   */
  record RunHook(Target target, String attribute, int number, Hook hook) implements Step {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.runHook(this);
    }
  }

  /** Has a program provide a service instead of containers. */
  record ProvideService(String project, Service service) implements Step {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.provideService(this);
    }
  }

  /** Has a program release what it provided for a service. */
  record ReleaseService(String project, Service service) implements Step {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.releaseService(this);
    }
  }

  record RemoveService(Target target) implements Step {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.removeService(this);
    }
  }
}
