package org.jcompose.problem;

import java.util.List;
import java.util.stream.Collectors;

/** A project's files, or what was asked of them, are wrong; the message describes every problem. */
public final class InvalidProjectException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public InvalidProjectException(List<Problem> problems) {
    super(problems.stream().map(Problem::describe).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** Every problem, warnings included, ordered by place. */
  public List<Problem> problems() {
    return problems;
  }
}
