package org.jcompose;

import java.util.List;
import java.util.Optional;
import org.jcompose.engine.ContainerEngine;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.Engine;
import org.jcompose.engine.NotFoundException;

/** Looks closer at containers than a list does, where the engine lets it. */
record Inspection(Engine engine) {

  /** The containers in full; those that have been removed meanwhile are left out. */
  List<ContainerState> inFull(List<ContainerState> listed) {
    return listed.stream().map(this::inFull).flatMap(Optional::stream).toList();
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
