package org.jcompose.cli.command;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jcompose.Compose;
import org.jcompose.cli.option.Options;
import org.jcompose.cli.output.ContainerList;
import org.jcompose.cli.output.ExitCode;
import org.jcompose.engine.ContainerState;

/** {@code ps}. */
final class PsCommand implements Command {

  private static final List<String> STATUSES =
      List.of("paused", "restarting", "removing", "running", "dead", "created", "exited");

  private final Options options =
      new Options("jcompose ps", Subcommand.PS.summary() + ".", SERVICES)
          .notYet("--orphans")
          .notYetTaking("--filter");
  private final Supplier<Boolean> all =
      options.flag("Also those that do not run, and those of 'run'", "-a", "--all");
  private final Supplier<Boolean> quiet = options.flag("Nothing but ids", "-q", "--quiet");
  private final Supplier<String> format =
      options.choice("How to print them", List.of("table", "json"), "--format");
  private final Supplier<Boolean> names =
      options.flag("Nothing but the services' names", "--services");
  private final Supplier<Boolean> whole =
      options.flag("Commands and ids in full length", "--no-trunc");
  private final Supplier<List<String>> statuses =
      options.texts("STATUS", "Those in this state; can be repeated", "--status");
  private final Supplier<List<String>> services = options.parameters("SERVICE");

  @Override
  public Options options() {
    return options;
  }

  @Override
  public int run(Session session) {
    checkStatuses();
    try (Compose compose = session.compose()) {
      List<ContainerState> found = compose.ps();
      session.introduceEngine(compose);
      Services.check(services.get(), compose, found);
      session.screen().text(text(found.stream().filter(this::isWanted).toList(), session));
      return ExitCode.DONE.number();
    }
  }

  private void checkStatuses() {
    for (String status : statuses.get()) {
      if (!STATUSES.contains(status)) {
        throw options.wrong(
            "'" + status + "' is not one of '" + String.join("', '", STATUSES) + "'", null);
      }
    }
  }

  private String text(List<ContainerState> containers, Session session) {
    if (names.get()) {
      return lines(containers.stream().map(ContainerState::service).sorted().distinct());
    }
    if (quiet.get()) {
      return lines(containers.stream().map(ContainerState::id));
    }
    Clock clock = session.around().clock();
    ContainerList list =
        new ContainerList(containers, clock.instant(), clock.getZone(), !whole.get());
    return format.get().equals("json") ? list.json() : list.table();
  }

  private boolean isWanted(ContainerState container) {
    List<String> only = services.get();
    return (only.isEmpty() || only.contains(container.service())) && isInWantedState(container);
  }

  private boolean isInWantedState(ContainerState container) {
    if (!statuses.get().isEmpty()) {
      return statuses.get().contains(container.status().word());
    }
    return all.get() || (!container.oneOff() && isLive(container));
  }

  private static boolean isLive(ContainerState container) {
    return switch (container.status()) {
      case RUNNING, PAUSED, RESTARTING -> true;
      case CREATED, REMOVING, EXITED, DEAD -> false;
    };
  }

  private static String lines(Stream<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }
}
