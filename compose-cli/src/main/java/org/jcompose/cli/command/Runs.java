package org.jcompose.cli.command;

import org.jcompose.Compose;
import org.jcompose.FailureReport;
import org.jcompose.cli.output.ExitCode;
import org.jcompose.executor.Cancellation;
import org.jcompose.executor.RunResult;
import org.jcompose.plan.Plan;
import org.jcompose.plan.UpOptions;

/** Runs plans and says how they ended; Ctrl-C cancels them. */
record Runs(Session session, Compose compose) {

  /** Runs a plan to its end, or until it is interrupted. */
  ExitCode run(Plan plan) {
    Cancellation cancellation = new Cancellation();
    return session.interrupts().during(cancellation::cancel, () -> end(run(plan, cancellation)));
  }

  /** Has services provided that are no containers, before there can be a plan for the others. */
  ExitCode provide(UpOptions options) {
    Cancellation cancellation = new Cancellation();
    return session
        .interrupts()
        .during(
            cancellation::cancel,
            () -> end(compose.provide(options, session.console().listener(), cancellation)));
  }

  /** Runs a plan until it ends or is cancelled, and shows it. */
  RunResult run(Plan plan, Cancellation cancellation) {
    session.introduceEngine(compose);
    plan.notices().forEach(session.console()::notice);
    return compose.run(plan, session.console().listener(), cancellation);
  }

  /** How a run ended; says why if it failed. */
  ExitCode end(RunResult result) {
    String failures = FailureReport.of(result).describe();
    if (!failures.isEmpty()) {
      session.console().errors().print(failures, null);
    }
    if (result.cancelled()) {
      return ExitCode.INTERRUPTED;
    }
    return result.isSuccess() ? ExitCode.DONE : ExitCode.FAILED;
  }
}
