package org.jcompose.cli.command;

import java.util.List;
import org.jcompose.cli.option.GlobalOptions;
import org.jcompose.cli.option.Options;
import org.jcompose.cli.option.UsageException;
import org.jcompose.cli.output.Console;
import org.jcompose.cli.output.ExitCode;
import org.jcompose.cli.output.Surroundings;

/** The whole command line: global options, then a subcommand with its own. */
public final class Program {

  private final Surroundings around;
  private final GlobalOptions global;
  private Console console;

  public Program(Surroundings around) {
    this.around = around;
    this.global = new GlobalOptions(around.env());
    this.console = Console.of(around, "auto", "auto", false);
  }

  /** What to print with, as far as the arguments have been read. */
  public Console console() {
    return console;
  }

  /**
   * Reads the arguments and does what they say.
   *
   * @return the exit code
   */
  public int run(List<String> arguments) {
    try {
      if (global.options().parse(arguments)) {
        return help();
      }
      console = Console.of(around, global.ansi(), global.progress(), global.debug());
      return dispatch();
    } catch (UsageException e) {
      console.errors().print(String.valueOf(e.getMessage()), e.fix());
      console.screen().err(e.usage());
      return ExitCode.USAGE.number();
    }
  }

  private int dispatch() {
    List<String> rest = global.rest();
    if (global.version()) {
      return call(Subcommand.VERSION, List.of());
    }
    if (rest.isEmpty() || rest.equals(List.of("help"))) {
      return help();
    }
    List<String> arguments = rest.subList(1, rest.size());
    if (rest.get(0).equals("help")) {
      return call(CommandList.named(arguments.get(0), global.options()), List.of("--help"));
    }
    return call(CommandList.named(rest.get(0), global.options()), arguments);
  }

  private int call(Subcommand subcommand, List<String> arguments) {
    Command command = subcommand.create();
    Options options = command.options();
    if (options.parse(arguments)) {
      console.screen().text(options.help());
      return ExitCode.DONE.number();
    }
    return command.run(new Session(global, around, console));
  }

  private int help() {
    console.screen().text(global.options().help() + CommandList.help());
    return ExitCode.DONE.number();
  }
}
