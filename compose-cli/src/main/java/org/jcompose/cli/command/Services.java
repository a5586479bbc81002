package org.jcompose.cli.command;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jcompose.Compose;
import org.jcompose.engine.ContainerState;
import org.jcompose.problem.InvalidProjectException;
import org.jcompose.problem.Problem;

/** The services that a command line names. */
final class Services {

  private Services() {}

  /**
   * Makes sure that there are such services: in the files, or among the containers.
   *
   * @throws InvalidProjectException naming those that there are not
   */
  static void check(List<String> named, Compose compose, List<ContainerState> containers) {
    Set<String> known = new TreeSet<>();
    containers.forEach(container -> known.add(container.service()));
    if (compose.hasFiles()) {
      known.addAll(compose.project().services().keySet());
      known.addAll(compose.project().disabled().keySet());
    }
    List<Problem> problems =
        named.stream().filter(name -> !known.contains(name)).map(n -> problem(n, known)).toList();
    if (!problems.isEmpty()) {
      throw new InvalidProjectException(problems);
    }
  }

  private static Problem problem(String name, Set<String> known) {
    String fix = known.isEmpty() ? null : "the services are '" + String.join("', '", known) + "'";
    return Problem.error(null, "there is no service '" + name + "'", fix);
  }
}
