package org.jcompose.cli.command;

import org.jcompose.cli.option.Options;

/** One subcommand, made for one use: its options are declared, then read, then it runs. */
interface Command {

  /** How a command that takes services is called. */
  String SERVICES = "[OPTIONS] [SERVICE...]";

  Options options();

  /**
   * Does it.
   *
   * @return the exit code
   */
  int run(Session session);
}
