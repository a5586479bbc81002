package org.jcompose.cli.command;

import java.util.List;
import java.util.stream.Stream;
import org.jcompose.cli.option.Options;
import org.jcompose.cli.option.UsageException;
import org.jcompose.cli.output.ExitCode;

/** Finds subcommands by name, and lists them. */
final class CommandList {

  private static final int WIDTH = 10;
  private static final int PER_LINE = 10;

  private CommandList() {}

  /**
   * The subcommand of that name.
   *
   * @throws UsageException if there is none
   */
  static Subcommand named(String word, Options global) {
    Subcommand found = Subcommand.of(word);
    if (found != null) {
      return found;
    }
    if (Subcommand.NOT_YET.contains(word)) {
      throw global.wrong("'jcompose " + word + "' is not supported yet", null);
    }
    List<String> known = Stream.concat(words(), Subcommand.NOT_YET.stream()).sorted().toList();
    throw global.unknown("'jcompose' knows no command '" + word + "'", word, known);
  }

  /** The part of the help that lists subcommands and exit codes. */
  static String help() {
    StringBuilder text = new StringBuilder("\nCommands:\n");
    for (Subcommand subcommand : Subcommand.values()) {
      text.append(row(subcommand.word(), subcommand.summary()));
    }
    text.append("\nNot supported yet:\n");
    for (int i = 0; i < Subcommand.NOT_YET.size(); i += PER_LINE) {
      int end = Math.min(i + PER_LINE, Subcommand.NOT_YET.size());
      text.append("  ").append(String.join(" ", Subcommand.NOT_YET.subList(i, end))).append('\n');
    }
    text.append("\nExit codes:\n");
    for (ExitCode code : ExitCode.values()) {
      text.append(row(String.valueOf(code.number()), code.sentence()));
    }
    return text.append("\n'jcompose COMMAND --help' says more about a command.\n").toString();
  }

  private static Stream<String> words() {
    return Stream.of(Subcommand.values()).map(Subcommand::word);
  }

  private static String row(String word, String text) {
    return "  " + word + " ".repeat(WIDTH - word.length()) + text + "\n";
  }
}
