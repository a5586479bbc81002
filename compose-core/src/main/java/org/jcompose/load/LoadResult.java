package org.jcompose.load;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jcompose.model.Project;
import org.jcompose.problem.Problem;

/**
 * A project that was loaded.
 *
 * @param variables those that its files could use, by name
 * @param warnings what its author should look at, ordered by place
 */
public record LoadResult(Project project, Map<String, String> variables, List<Problem> warnings) {
  public LoadResult {
    variables = Collections.unmodifiableMap(new TreeMap<>(variables));
    warnings = List.copyOf(warnings);
  }
}
