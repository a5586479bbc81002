package org.jcompose;

import java.util.List;
import java.util.Set;
import org.jcompose.engine.Engine;
import org.jcompose.engine.Finding;
import org.jcompose.model.Project;
import org.jcompose.problem.Place;
import org.jcompose.problem.Problem;
import org.jcompose.problem.Problems;

/** What an engine says against the services wanted of a project, as problems with places. */
record EngineReview(Project project, Set<String> services) {

  List<Problem> of(Engine engine) {
    Problems problems = new Problems();
    for (Finding finding : engine.review(project)) {
      if (concerns(finding.path())) {
        problems.add(problem(finding));
      }
    }
    return problems.all();
  }

  private boolean concerns(String path) {
    return project.services().keySet().stream()
        .filter(service -> isWithin(path, "services." + service))
        .allMatch(services::contains);
  }

  private static boolean isWithin(String path, String outer) {
    return path.equals(outer) || path.startsWith(outer + ".");
  }

  private Problem problem(Finding finding) {
    Place place = project.places().at(finding.path()).orElse(null);
    String message = place == null ? finding.path() + ": " + finding.message() : finding.message();
    return finding.refused()
        ? Problem.error(place, message, finding.fix())
        : Problem.warning(place, message, finding.fix());
  }
}
