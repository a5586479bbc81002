package org.jcompose;

import java.util.List;
import java.util.Optional;
import org.jcompose.engine.ContainerEngine;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.Engine;
import org.jcompose.engine.NotFoundException;

/** Looks closer at containers than a list does, where the engine lets it. */
record Inspection(Engine engine) {

  /**
   * The containers with what people want to know of their states: those that the list has words for
   * as they are, the others in full; those that have been removed meanwhile are left out.
   */
  List<ContainerState> forPeople(List<ContainerState> listed) {
    return listed.stream()
        .map(each -> each.statusText() == null ? inFull(each) : Optional.of(each))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The container in full; empty if it has been removed meanwhile. */
  Optional<ContainerState> inFull(ContainerState listed) {
    try {
      return Optional.of(
          engine instanceof ContainerEngine containers ? containers.inspect(listed.id()) : listed);
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }
}
