package org.jcompose.cli.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The options of one command: declared in code, because reading annotations costs a good part of a
 * short command's time. Declare first, then {@link #parse}; a declared option's value can be asked
 * for after that.
 */
public final class Options {

  private static final String HELP = "--help";

  private final CommandSpec spec;
  private final Set<String> refused = new TreeSet<>();
  private boolean interspersed = true;

  /**
   * No options yet, except for {@code --help}.
   *
   * @param name the command's whole name: {@code jcompose up}
   * @param summary what it does, in one sentence
   * @param synopsis what follows the name in its usage line
   */
  public Options(String name, String summary, String synopsis) {
    spec = CommandSpec.create().name(name);
    spec.usageMessage().description(summary).customSynopsis(name + " " + synopsis);
    spec.usageMessage().synopsisHeading("Usage: ").optionListHeading("%nOptions:%n");
    spec.usageMessage().width(100).sortOptions(false);
    spec.addOption(
        OptionSpec.builder("-h", HELP)
            .description("Show this text")
            .usageHelp(true)
            .type(boolean.class)
            .build());
  }

  /** An option that is there or not. */
  public Supplier<Boolean> flag(String description, String... names) {
    OptionSpec option = add(OptionSpec.builder(names).type(boolean.class), description);
    return () -> Boolean.TRUE.equals(option.getValue());
  }

  /** An option with a value; null if it is absent. */
  public Supplier<@Nullable String> text(String label, String description, String... names) {
    OptionSpec option = add(taking(label, names).type(String.class), description);
    return option::getValue;
  }

  /** An option that may be there several times. */
  public Supplier<List<String>> texts(String label, String description, String... names) {
    OptionSpec option =
        add(taking(label, names).type(List.class).auxiliaryTypes(String.class), description);
    return () -> orNone(option.getValue());
  }

  /** An option whose value is read by the given function; null if it is absent. */
  public <T> Supplier<@Nullable T> value(
      String label, Function<String, T> reader, String description, String... names) {
    OptionSpec option =
        add(taking(label, names).type(Object.class).converters(reader::apply), description);
    return option::getValue;
  }

  /** An option that takes one of a few words; the first if it is absent. */
  public Supplier<String> choice(String description, List<String> words, String... names) {
    String label = String.join("|", words);
    Supplier<@Nullable String> chosen =
        value(label, word -> oneOf(words, word), description, names);
    return () -> {
      String word = chosen.get();
      return word == null ? words.get(0) : word;
    };
  }

  /** What stands on the command line without belonging to an option. */
  public Supplier<List<String>> parameters(String label) {
    PositionalParamSpec parameters =
        PositionalParamSpec.builder()
            .paramLabel(label)
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .hidden(true)
            .build();
    spec.addPositional(parameters);
    return () -> orNone(parameters.getValue());
  }

  /** Options that Docker Compose has and that are refused by name, for they do nothing yet. */
  public Options notYet(String... names) {
    for (String name : names) {
      refuse(OptionSpec.builder(name.split(",", -1)).type(boolean.class));
    }
    return this;
  }

  /** Like {@link #notYet}, for options that take a value. */
  public Options notYetTaking(String... names) {
    for (String name : names) {
      refuse(taking("value", name.split(",", -1)).type(List.class).auxiliaryTypes(String.class));
    }
    return this;
  }

  /** Everything from the first parameter on is a parameter. */
  public Options stoppingAtFirstParameter() {
    interspersed = false;
    return this;
  }

  /**
   * Reads the arguments.
   *
   * @return whether help was asked for
   * @throws UsageException if they are wrong
   */
  public boolean parse(List<String> arguments) {
    CommandLine parser = new CommandLine(spec);
    parser.setStopAtPositional(!interspersed);
    try {
      CommandLine.ParseResult result = parser.parseArgs(arguments.toArray(new String[0]));
      if (result.isUsageHelpRequested()) {
        return true;
      }
      refuseWhatDoesNothing(result);
      return false;
    } catch (ParameterException e) {
      throw new UsageException(sentence(e), fix(e), usage());
    }
  }

  /** How the command is called, what it does and every option. */
  public String help() {
    return new CommandLine(spec).getUsageMessage(Help.Ansi.OFF);
  }

  /** How the command is called, in one line. */
  public String usage() {
    return "usage: " + spec.usageMessage().customSynopsis()[0];
  }

  /** The error of a value or a combination of options that cannot be. */
  public UsageException wrong(String message, @Nullable String fix) {
    return new UsageException(message, fix, usage());
  }

  /** The error of a word that is not among those known, with the nearest of them as the fix. */
  public UsageException unknown(String message, String word, List<String> known) {
    CommandLine parser = new CommandLine(CommandSpec.create().name(spec.name()));
    known.forEach(name -> parser.addSubcommand(name, CommandSpec.create()));
    List<String> near = new UnmatchedArgumentException(parser, List.of(word)).getSuggestions();
    return new UsageException(message, UsageException.didYouMean(near), usage());
  }

  private OptionSpec add(OptionSpec.Builder builder, String description) {
    OptionSpec option = builder.description(description).build();
    spec.addOption(option);
    return option;
  }

  private void refuse(OptionSpec.Builder builder) {
    OptionSpec option = builder.hidden(true).build();
    spec.addOption(option);
    refused.add(option.longestName());
  }

  private void refuseWhatDoesNothing(CommandLine.ParseResult result) {
    List<String> asked = new ArrayList<>();
    for (OptionSpec option : result.matchedOptionsSet()) {
      if (refused.contains(option.longestName())) {
        asked.add(option.longestName());
      }
    }
    if (!asked.isEmpty()) {
      String verb = asked.size() == 1 ? "' is not supported yet" : "' are not supported yet";
      String of = " by '" + spec.name() + "'";
      throw new UsageException("'" + String.join("', '", asked) + verb + of, null, usage());
    }
  }

  private String sentence(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0);
      String kind = first.startsWith("-") ? "option" : "argument";
      return "'" + spec.name() + "' knows no " + kind + " '" + first + "'";
    }
    if (e instanceof MissingParameterException missing && isOption(missing.getMissing())) {
      OptionSpec option = (OptionSpec) missing.getMissing().get(0);
      return "'" + option.longestName() + "' needs a value: " + option.paramLabel();
    }
    if (e.getCause() instanceof IllegalArgumentException cause
        && e.getArgSpec() instanceof OptionSpec option) {
      return "'" + option.longestName() + "': " + cause.getMessage();
    }
    String message = String.valueOf(e.getMessage());
    return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }

  private static boolean isOption(List<ArgSpec> missing) {
    return !missing.isEmpty() && missing.get(0) instanceof OptionSpec;
  }

  private static @Nullable String fix(ParameterException e) {
    return e instanceof UnmatchedArgumentException unmatched
        ? UsageException.didYouMean(unmatched.getSuggestions())
        : null;
  }

  private static OptionSpec.Builder taking(String label, String... names) {
    return OptionSpec.builder(names).arity("1").paramLabel(label);
  }

  private static String oneOf(List<String> words, String word) {
    if (!words.contains(word)) {
      throw new IllegalArgumentException(
          "'" + word + "' is not one of '" + String.join("', '", words) + "'");
    }
    return word;
  }

  private static List<String> orNone(@Nullable List<String> values) {
    return values == null ? List.of() : List.copyOf(values);
  }
}
