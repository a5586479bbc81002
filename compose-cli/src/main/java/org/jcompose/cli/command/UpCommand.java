package org.jcompose.cli.command;

import java.util.TreeSet;
import java.util.function.Supplier;
import org.jcompose.Compose;
import org.jcompose.LogOptions;
import org.jcompose.cli.option.Options;
import org.jcompose.cli.option.UpFlags;
import org.jcompose.cli.output.Ansi;
import org.jcompose.cli.output.ExitCode;
import org.jcompose.cli.output.LogPrinter;
import org.jcompose.plan.Plan;
import org.jcompose.plan.UpOptions;
import org.jspecify.annotations.Nullable;

/** {@code up}. */
final class UpCommand implements Command {

  private final Options options =
      new Options("jcompose up", Subcommand.UP.summary() + ".", SERVICES)
          .notYet(
              "--abort-on-container-failure",
              "--always-recreate-deps",
              "--attach-dependencies",
              "--build",
              "--menu",
              "--no-build",
              "--no-deps",
              "--no-start",
              "--quiet-build",
              "--quiet-pull",
              "-w,--watch",
              "-y,--yes")
          .notYetTaking("--attach", "--no-attach", "--pull");
  private final Supplier<Boolean> detached =
      options.flag("End when the containers run, and leave them running", "-d", "--detach");
  private final Supplier<Boolean> abort =
      options.flag("Stop all containers when one ends", "--abort-on-container-exit");
  private final Supplier<@Nullable String> exitCodeFrom =
      options.text(
          "SERVICE",
          "Exit with its container's code; implies --abort-on-container-exit",
          "--exit-code-from");
  private final Supplier<Boolean> timestamps =
      options.flag("With the time of each line", "--timestamps");
  private final Supplier<Boolean> bare =
      options.flag("Without the container's name", "--no-log-prefix");
  private final Supplier<Boolean> monochrome = options.flag("Without colours", "--no-color");
  private final UpFlags up = new UpFlags(options);

  @Override
  public Options options() {
    return options;
  }

  @Override
  public int run(Session session) {
    checkDetached();
    try (Compose compose = session.builder(up.services()).build()) {
      session.warn(compose);
      session.console().errors().problems(compose.review(wanted(session)));
      Runs runs = new Runs(session, compose);
      ExitCode provided = runs.provide(wanted(session));
      if (provided != ExitCode.DONE) {
        return provided.number();
      }
      Plan plan = compose.plan(wanted(session));
      return isDetached() ? runs.run(plan).number() : attached(runs).run(plan);
    }
  }

  private AttachedUp attached(Runs runs) {
    Session session = runs.session();
    Ansi ansi = monochrome.get() ? new Ansi(false) : session.console().out();
    LogPrinter printer = new LogPrinter(session.screen(), ansi, !bare.get(), timestamps.get());
    LogOptions logs = LogOptions.fromNowOn(new TreeSet<>(up.services()));
    String from = exitCodeFrom.get();
    return new AttachedUp(
        runs,
        logs,
        printer,
        up.timeout(),
        new AttachedUp.Ending(abort.get() || from != null, from));
  }

  private UpOptions wanted(Session session) {
    return up.read(session.around().env());
  }

  private boolean isDetached() {
    return detached.get() || up.isAwaiting();
  }

  private void checkDetached() {
    if (isDetached() && (abort.get() || exitCodeFrom.get() != null)) {
      String which = abort.get() ? "--abort-on-container-exit" : "--exit-code-from";
      String other = detached.get() ? "--detach" : "--wait";
      throw options.wrong("'" + which + "' and '" + other + "' exclude one another", null);
    }
  }
}
