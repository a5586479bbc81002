package org.jcompose.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Collects problems, so that a user sees all of them at once. Not safe for use by several threads.
 */
public final class Problems {

  private static final int MOST = 1_000;

  private final List<Problem> found = new ArrayList<>();
  private int others;

  /** Adds a problem. Beyond a thousand they are only counted, so that no input costs much. */
  public void add(Problem problem) {
    if (isFull()) {
      others++;
    } else {
      found.add(problem);
    }
  }

  /** Whether further problems are only counted. */
  public boolean isFull() {
    return found.size() >= MOST;
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
    return others > 0 || found.stream().anyMatch(Problem::isError);
  }

  /** What was found so far, ordered by place, each problem once. */
  public List<Problem> all() {
    return all(UnaryOperator.identity());
  }

  /**
   * What was found so far, each problem once.
   *
   * @param order changes the order, which is by place; how many more there are comes last
   */
  public List<Problem> all(UnaryOperator<List<Problem>> order) {
    List<Problem> byPlace = found.stream().distinct().sorted(Problem.BY_PLACE).toList();
    List<Problem> all = new ArrayList<>(order.apply(byPlace));
    if (others > 0) {
      all.add(Problem.error(null, "there are " + others + " more problems than are shown", null));
    }
    return List.copyOf(all);
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
