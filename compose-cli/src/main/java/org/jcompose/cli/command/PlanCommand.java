package org.jcompose.cli.command;

import java.util.function.Supplier;
import org.jcompose.Compose;
import org.jcompose.cli.option.Options;
import org.jcompose.cli.option.UpFlags;
import org.jcompose.cli.output.ExitCode;
import org.jcompose.plan.Plan;
import org.jcompose.plan.PlanText;

/** {@code plan}: what {@code up} with the same options would do. */
final class PlanCommand implements Command {

  private static final int CHANGES = 2;

  private final Options options =
      new Options("jcompose plan", Subcommand.PLAN.summary() + ".", SERVICES);
  private final UpFlags up = new UpFlags(options);
  private final Supplier<Boolean> detailed =
      options.flag("Exit with 2 if there is something to do, else with 0", "--detailed-exitcode");

  @Override
  public Options options() {
    return options;
  }

  @Override
  public int run(Session session) {
    try (Compose compose = session.builder(up.services()).build()) {
      session.warn(compose);
      Plan plan = compose.plan(up.read(session.around().env()));
      session.introduceEngine(compose);
      session.screen().text(PlanText.of(plan));
      return detailed.get() && !plan.isEmpty() ? CHANGES : ExitCode.DONE.number();
    }
  }
}
