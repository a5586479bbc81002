package org.jcompose.cli.command;

import org.jcompose.Compose;
import org.jcompose.cli.option.DownFlags;
import org.jcompose.cli.option.Options;

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
      return new Runs(session, compose).down(down.read(session.around().env()));
    }
  }
}
