package org.jcompose.cli.command;

import org.jcompose.Compose;
import org.jcompose.cli.option.DownFlags;
import org.jcompose.cli.option.Options;
import org.jcompose.plan.Plan;

/** {@code down}. */
final class DownCommand implements Command {

  private final Options options =
      new Options("jcompose down", Subcommand.DOWN.summary() + ".", "[OPTIONS]")
          .notYetTaking("--rmi");
  private final DownFlags down = new DownFlags(options);

  @Override
  public Options options() {
    return options;
  }

  @Override
  public int run(Session session) {
    try (Compose compose = session.compose()) {
      Plan plan = compose.planDown(down.read(session.around().env()));
      if (plan.isEmpty()) {
        session.introduceEngine(compose);
        session.console().notice("project '" + compose.projectName() + "': nothing to remove");
      }
      return new Runs(session, compose).run(plan).number();
    }
  }
}
