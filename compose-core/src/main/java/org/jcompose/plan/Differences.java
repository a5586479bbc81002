package org.jcompose.plan;

import java.util.List;
import org.jcompose.engine.ContainerEngine;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.Engine;
import org.jcompose.engine.NetworkSpec;
import org.jcompose.engine.NotFoundException;
import org.jcompose.engine.VolumeSpec;

/**
 * In what the things an engine holds differ from what is wanted, by the attributes' paths. Asked
 * only of what is known to differ by its hash; an empty answer means that nobody can tell.
 */
public interface Differences {

  List<String> of(ContainerState container, ContainerSpec wanted);

  List<String> of(NetworkSpec wanted);

  List<String> of(VolumeSpec wanted);

  /** Of which nothing is known. */
  static Differences unknown() {
    return new Differences() {
      @Override
      public List<String> of(ContainerState container, ContainerSpec wanted) {
        return List.of();
      }

      @Override
      public List<String> of(NetworkSpec wanted) {
        return List.of();
      }

      @Override
      public List<String> of(VolumeSpec wanted) {
        return List.of();
      }
    };
  }

  /** As the engine sees them. */
  static Differences seenBy(Engine engine) {
    return new Differences() {
      @Override
      public List<String> of(ContainerState container, ContainerSpec wanted) {
        try {
          return engine instanceof ContainerEngine containers
              ? containers.differences(container.id(), wanted)
              : List.of();
        } catch (NotFoundException gone) {
          return List.of();
        }
      }

      @Override
      public List<String> of(NetworkSpec wanted) {
        return engine.differences(wanted);
      }

      @Override
      public List<String> of(VolumeSpec wanted) {
        return engine.differences(wanted);
      }
    };
  }
}
