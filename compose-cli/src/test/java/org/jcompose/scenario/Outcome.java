package org.jcompose.scenario;

import static org.assertj.core.api.Assertions.assertThat;

/** How a run of the program ended and what it wrote. */
public record Outcome(String command, int code, String out, String err) {

  /** It wrote that somewhere, as results, progress or errors. */
  public Outcome says(String text) {
    assertThat(out + err).as("what '%s' wrote", command).contains(text);
    return this;
  }

  public Outcome exits(int expected) {
    assertThat(code)
        .as("exit code of '%s', which wrote:%n%s%s", command, out, err)
        .isEqualTo(expected);
    return this;
  }
}
