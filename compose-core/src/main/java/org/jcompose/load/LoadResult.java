package org.jcompose.load;

import java.util.List;
import org.jcompose.model.Project;
import org.jcompose.problem.Problem;

/**
 * A project that was loaded.
 *
 * @param warnings what its author should look at, ordered by place
 */
public record LoadResult(Project project, List<Problem> warnings) {
  public LoadResult {
    warnings = List.copyOf(warnings);
  }
}
