package org.jcompose.cli.command;

import org.jcompose.LogListener;
import org.jcompose.cli.output.Console;
import org.jcompose.cli.output.ExitCode;
import org.jcompose.cli.output.LogPrinter;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.LogLine;
import org.jspecify.annotations.Nullable;

/** Prints log lines; one log that cannot be read does not keep the others from being read. */
class LogOutput implements LogListener {

  private final LogPrinter printer;
  private final Console console;
  private volatile boolean broken;

  LogOutput(LogPrinter printer, Console console) {
    this.printer = printer;
    this.console = console;
  }

  @Override
  public void line(String container, LogLine line) {
    printer.line(container, line.time(), line.text());
  }

  @Override
  public void began(String container) {
    printer.expect(container);
  }

  @Override
  public void ended(String container, @Nullable Integer exitCode) {
    printer.status(container, exitCode == null ? "ended" : "exited with code " + exitCode);
  }

  @Override
  public void broke(String container, EngineException reason) {
    broken = true;
    console.errors().print("log of '" + container + "': " + reason.getMessage(), reason.fix());
  }

  int exitCode() {
    return (broken ? ExitCode.FAILED : ExitCode.DONE).number();
  }
}
