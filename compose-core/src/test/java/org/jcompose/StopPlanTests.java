package org.jcompose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jcompose.plan.Plan;
import org.jcompose.plan.PlanText;
import org.jcompose.plan.PlannedStep;
import org.jcompose.plan.Step;
import org.jcompose.plan.Step.RemoveContainer;
import org.jcompose.plan.Step.StopContainer;
import org.jcompose.plan.Step.Target;
import org.junit.jupiter.api.Test;

class StopPlanTests {

  @Test
  void stopsKeepTheirOrderWithoutWhatStoodBetweenThem() {
    Plan down =
        new Plan(
            "shop",
            List.of(
                step("stop web", new StopContainer(new Target("web", "web"), null)),
                step(
                    "remove web", new RemoveContainer(new Target("web", "web"), false), "stop web"),
                step("stop db", new StopContainer(new Target("db", "db"), null), "remove web"),
                step("remove db", new RemoveContainer(new Target("db", "db"), false), "stop db")),
            List.of("kept"),
            List.of("noticed"));
    assertThat(PlanText.of(StopPlan.of(down)))
        .isEqualTo(
            """
            1. stop web: asked for
            2. stop db: asked for (after 1)
            """);
  }

  private static PlannedStep step(String id, Step step, String... after) {
    return new PlannedStep(id, step, "asked for", Set.of(after));
  }
}
