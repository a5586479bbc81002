package org.jcompose.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.jcompose.Compose;
import org.jcompose.ComposeBuilder;
import org.jcompose.cli.option.GlobalOptions;
import org.jcompose.cli.output.Console;
import org.jcompose.cli.output.Interrupts;
import org.jcompose.cli.output.Screen;
import org.jcompose.cli.output.Surroundings;
import org.jspecify.annotations.Nullable;

/** What a command works with: the options before it, and the world around it. */
record Session(GlobalOptions global, Surroundings around, Console console) {

  /** In bytes: no more is needed to see that the text is longer than a Compose file may be. */
  private static final int LONGEST_INPUT = 3 * (16 << 20) + 1;

  Screen screen() {
    return console.screen();
  }

  Interrupts interrupts() {
    return around.interrupts();
  }

  /** The project that the options mean, with these services whatever their profiles. */
  ComposeBuilder builder(Collection<String> services) {
    ComposeBuilder builder =
        Compose.builder()
            .workingDirectory(around.cwd())
            .environment(around.env())
            .files(global.files())
            .projectName(global.projectName())
            .projectDirectory(path(global.projectDirectory()))
            .profiles(global.profiles())
            .services(services)
            .envFiles(global.envFiles())
            .engine(global.engine());
    Integer parallel = global.parallel();
    ComposeBuilder limited = parallel == null ? builder : builder.parallelism(parallel);
    return global.files().contains("-") ? limited.standardInput(input()) : limited;
  }

  /** The project that the options mean. */
  Compose compose() {
    return builder(List.of()).build();
  }

  /** Prints what the user should know of the files. */
  void warn(Compose compose) {
    console.errors().problems(compose.warnings());
  }

  /** Prints what the user should know of the engine, which is looked for now. */
  void introduceEngine(Compose compose) {
    compose.notices().forEach(console::notice);
  }

  private String input() {
    try {
      return new String(around.in().readNBytes(LONGEST_INPUT), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the standard input", e);
    }
  }

  private @Nullable Path path(@Nullable String text) {
    return text == null ? null : around.cwd().resolve(text).normalize();
  }
}
