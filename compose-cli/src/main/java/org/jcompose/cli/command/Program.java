package org.jcompose.cli.command;

import java.util.List;
import org.jcompose.cli.option.GlobalOptions;
import org.jcompose.cli.option.Options;
import org.jcompose.cli.option.UsageException;
import org.jcompose.cli.output.Console;
import org.jcompose.cli.output.ErrorPrinter;
import org.jcompose.cli.output.ExitCode;
import org.jcompose.cli.output.Surroundings;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.EngineUnavailableException;
import org.jcompose.problem.InvalidProjectException;

/** The whole command line: global options, then a subcommand with its own. */
public final class Program {

  private final Surroundings around;
  private final GlobalOptions global;

  public Program(Surroundings around) {
    this.around = around;
    this.global = new GlobalOptions(around.env());
  }

  /**
   * Reads the arguments, does what they say and prints whatever goes wrong.
   *
   * @return the exit code
   */
  public int run(List<String> arguments) {
    Console console = Console.of(around, "auto", "auto", false);
    try {
      if (global.options().parse(arguments)) {
        return help(console);
      }
      console = Console.of(around, global.ansi(), global.progress(), global.debug());
      return dispatch(console);
    } catch (UsageException e) {
      console.errors().print(e.getMessage(), e.fix());
      console.screen().err(e.usage());
      return ExitCode.USAGE.number();
    } catch (RuntimeException e) {
      return failed(e, console.errors());
    }
  }

  private int dispatch(Console console) {
    List<String> rest = global.rest();
    if (global.version()) {
      return call(Subcommand.VERSION, List.of(), console);
    }
    if (rest.isEmpty() || rest.equals(List.of("help"))) {
      return help(console);
    }
    List<String> arguments = rest.subList(1, rest.size());
    if (rest.get(0).equals("help")) {
      return call(CommandList.named(arguments.get(0), global.options()), List.of("--help"), console);
    }
    return call(CommandList.named(rest.get(0), global.options()), arguments, console);
  }

  private int call(Subcommand subcommand, List<String> arguments, Console console) {
    Command command = subcommand.create();
    Options options = command.options();
    if (options.parse(arguments)) {
      console.screen().text(options.help());
      return ExitCode.DONE.number();
    }
    return command.run(new Session(global, around, console));
  }

  private int help(Console console) {
    console.screen().text(global.options().help() + CommandList.help());
    return ExitCode.DONE.number();
  }

  private static int failed(RuntimeException failure, ErrorPrinter errors) {
    if (failure instanceof InvalidProjectException e) {
      errors.print(e);
      return ExitCode.FAILED.number();
    }
    if (failure instanceof EngineException e) {
      errors.print(e);
      boolean unreachable = e instanceof EngineUnavailableException;
      return (unreachable ? ExitCode.UNREACHABLE : ExitCode.FAILED).number();
    }
    errors.printUnexpected(failure);
    return ExitCode.FAILED.number();
  }
}
