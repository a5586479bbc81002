package org.jcompose.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.jcompose.cli.output.Interrupts;
import org.jcompose.cli.output.Surroundings;

/** Calls the program in a folder, as a person or a script would. */
final class Call {

  static final Instant NOW = Instant.parse("2000-01-01T00:01:30Z");

  private final Path folder;
  private final Map<String, String> env = new TreeMap<>();
  private String input = "";
  private boolean terminal;
  private Interrupts interrupts = Interrupts.none();

  private Call(Path folder) {
    this.folder = folder;
  }

  /** What the program said and how it ended. */
  record Said(int code, String out, String err) {}

  static Call in(Path folder) {
    return new Call(folder);
  }

  Call file(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Call env(String name, String value) {
    env.put(name, value);
    return this;
  }

  Call input(String text) {
    input = text;
    return this;
  }

  Call onTerminal() {
    terminal = true;
    return this;
  }

  Call interruptedBy(Interrupts by) {
    interrupts = by;
    return this;
  }

  Said run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings around =
        new Surroundings(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            env,
            folder,
            terminal,
            terminal,
            Clock.fixed(NOW, ZoneId.of("UTC")),
            interrupts);
    int code = Main.run(around, args);
    return new Said(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
