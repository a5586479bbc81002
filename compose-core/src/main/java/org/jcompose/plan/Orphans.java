package org.jcompose.plan;

import java.util.List;
import java.util.stream.Collectors;
import org.jcompose.engine.ContainerState;

/** Speaks of containers whose service the project does not have. */
final class Orphans {

  private Orphans() {}

  static String cause(ContainerState orphan) {
    return "there is no service '" + orphan.service() + "' in the project";
  }

  static void notice(List<ContainerState> orphans, Draft draft) {
    if (!orphans.isEmpty()) {
      String names =
          orphans.stream()
              .map(orphan -> "'" + orphan.name() + "'")
              .collect(Collectors.joining(", "));
      draft.notice(
          "there are containers of services that the project does not have: "
              + names
              + "; '--remove-orphans' removes them");
    }
  }
}
