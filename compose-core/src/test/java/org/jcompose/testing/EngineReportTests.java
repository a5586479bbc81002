package org.jcompose.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EngineReportTests {

  @Test
  void theReasonOfASkipIsReadBack() {
    MissingNeed need = new MissingNeed("docker-old", "JCOMPOSE_TEST_DOCKER_OLD is not set");
    assertThat(MissingNeed.parse(need.reason())).contains(need);
  }

  @Test
  void otherReasonsAreNoMissingNeed() {
    assertThat(MissingNeed.parse("class X is @Disabled")).isEmpty();
  }
}
