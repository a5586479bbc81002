package org.jcompose.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jcompose.cli.option.Options;
import org.jcompose.cli.output.ExitCode;
import org.jcompose.cli.output.JsonText;

/** {@code version}. */
final class VersionCommand implements Command {

  private final Options options =
      new Options("jcompose version", Subcommand.VERSION.summary() + ".", "[OPTIONS]");
  private final Supplier<String> format =
      options.choice("How to print it", List.of("pretty", "json"), "-f", "--format");
  private final Supplier<Boolean> brief = options.flag("Nothing but the number", "--short");

  @Override
  public Options options() {
    return options;
  }

  @Override
  public int run(Session session) {
    session.screen().out(text());
    return ExitCode.DONE.number();
  }

  private String text() {
    String number = number();
    if (brief.get()) {
      return number;
    }
    return format.get().equals("json")
        ? new JsonText().object("version", number)
        : "jcompose version " + number;
  }

  private static String number() {
    try (InputStream text =
        VersionCommand.class.getResourceAsStream("/org/jcompose/cli/version.txt")) {
      byte[] bytes = Objects.requireNonNull(text, "version.txt").readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
