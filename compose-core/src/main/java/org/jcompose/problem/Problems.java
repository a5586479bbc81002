package org.jcompose.problem;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects problems, so that a user sees all of them at once. Not safe for use by several threads.
 */
public final class Problems {

  private final List<Problem> found = new ArrayList<>();

  public void add(Problem problem) {
    found.add(problem);
  }

  public void error(@Nullable Place place, String message) {
    add(Problem.error(place, message, null));
  }

  public void error(@Nullable Place place, String message, @Nullable String fix) {
    add(Problem.error(place, message, fix));
  }

  public void warning(@Nullable Place place, String message, @Nullable String fix) {
    add(Problem.warning(place, message, fix));
  }

  public boolean hasErrors() {
    return found.stream().anyMatch(Problem::isError);
  }

  /** What was found so far, ordered by place, each problem once. */
  public List<Problem> all() {
    return found.stream().distinct().sorted(Problem.BY_PLACE).toList();
  }

  /**
   * Ends the work if there is an error.
   *
   * @throws InvalidProjectException with all problems, if any of them is an error
   */
  public void throwIfErrors() {
    if (hasErrors()) {
      throw new InvalidProjectException(all());
    }
  }
}
