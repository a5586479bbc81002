package org.jcompose.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

/** Something that happened, and when by the engine's clock. */
public record Moment(String what, Instant when) {

  /** This happened when all the others had. */
  public void isAfter(Moment... others) {
    for (Moment other : others) {
      assertThat(when).as("%s, after %s", what, other.what).isAfterOrEqualTo(other.when);
    }
  }
}
