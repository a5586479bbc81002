package org.jcompose.cli.command;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jcompose.Compose;
import org.jcompose.LogFollowing;
import org.jcompose.LogOptions;
import org.jcompose.cli.option.Moments;
import org.jcompose.cli.option.Numbers;
import org.jcompose.cli.option.Options;
import org.jcompose.cli.output.Ansi;
import org.jcompose.cli.output.ExitCode;
import org.jcompose.cli.output.Interrupts;
import org.jcompose.cli.output.LogPrinter;
import org.jspecify.annotations.Nullable;

/** {@code logs}. */
final class LogsCommand implements Command {

  private final Options options =
      new Options("jcompose logs", Subcommand.LOGS.summary() + ".", SERVICES)
          .notYetTaking("--index");
  private final Supplier<Boolean> follow =
      options.flag("Go on with what they write from now on", "-f", "--follow");
  private final Supplier<@Nullable Integer> tail =
      options.value(
          "N", Numbers::lines, "The last lines of each container; 'all': all", "-n", "--tail");
  private final Supplier<@Nullable String> since =
      options.text("TIME", "Not before: '2026-01-31T12:00:00Z', or '10m' ago", "--since");
  private final Supplier<@Nullable String> until =
      options.text("TIME", "Not after: '2026-01-31T12:00:00Z', or '10m' ago", "--until");
  private final Supplier<Boolean> timestamps =
      options.flag("With the time of each line", "-t", "--timestamps");
  private final Supplier<Boolean> bare =
      options.flag("Without the container's name", "--no-log-prefix");
  private final Supplier<Boolean> monochrome = options.flag("Without colours", "--no-color");
  private final Supplier<List<String>> services = options.parameters("SERVICE");

  @Override
  public Options options() {
    return options;
  }

  @Override
  public int run(Session session) {
    LogOptions wanted = wanted(session);
    Ansi ansi = monochrome.get() ? new Ansi(false) : session.console().out();
    LogPrinter printer = new LogPrinter(session.screen(), ansi, !bare.get(), timestamps.get());
    LogOutput output = new LogOutput(printer, session.console());
    try (Compose compose = session.compose()) {
      Services.check(services.get(), compose, compose.ps());
      session.introduceEngine(compose);
      if (follow.get()) {
        return follow(compose, wanted, output, session.interrupts());
      }
      compose.logs(wanted, output);
      return output.exitCode();
    }
  }

  private static int follow(
      Compose compose, LogOptions wanted, LogOutput output, Interrupts interrupts) {
    CompletableFuture<Void> interrupted = new CompletableFuture<>();
    try (LogFollowing following = compose.follow(wanted, output)) {
      interrupts.during(
          () -> interrupted.complete(null),
          () -> {
            following.awaitEnd(interrupted);
            return null;
          });
    }
    return interrupted.isDone() ? ExitCode.INTERRUPTED.number() : output.exitCode();
  }

  private LogOptions wanted(Session session) {
    Integer lines = tail.get();
    return new LogOptions(
        new TreeSet<>(services.get()),
        lines == null ? -1 : lines,
        moment(since.get(), session),
        moment(until.get(), session));
  }

  private @Nullable Instant moment(@Nullable String text, Session session) {
    try {
      return text == null ? null : new Moments(session.around().clock()).read(text);
    } catch (IllegalArgumentException e) {
      throw options.wrong(String.valueOf(e.getMessage()), null);
    }
  }
}
