package org.jcompose.engine.docker;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jcompose.engine.ComposeLabels;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.ContainerState.Binding;
import org.jcompose.engine.ContainerState.Health;
import org.jcompose.engine.ContainerState.Status;
import org.jspecify.annotations.Nullable;

/** Reads containers as the Engine API writes them: in a list, and one in full. */
final class ContainerReader {

  private ContainerReader() {}

  /**
   * A container of a list.
   *
   * @param networkIds the ids of networks by their names; empty for one that is not there. A
   *     container that does not run may still name a network that has been removed, or has been
   *     made anew since: it is not connected to that.
   */
  static ContainerState summary(Json container, Map<String, String> networkIds) {
    Map<String, String> labels = container.texts("Labels");
    StatusText status = StatusText.parse(container.text("State"), container.text("Status"));
    return new ContainerState(
        container.text("Id"),
        ownName(container.list("Names")),
        labels.getOrDefault(ComposeLabels.SERVICE, ""),
        number(labels),
        isOneOff(labels),
        container.text("Image"),
        container.text("ImageID"),
        status.status(),
        status.health(),
        status.exitCode(),
        false,
        null,
        Instant.ofEpochSecond(container.number("Created")),
        null,
        null,
        null,
        container.list("Ports").stream().map(ContainerReader::port).distinct().toList(),
        networks(container, networkIds),
        labels,
        container.text("Command"),
        container.text("Status"),
        volumes(container));
  }

  static ContainerState inspected(Json container) {
    Json state = container.at("State");
    Json config = container.at("Config");
    Map<String, String> labels = config.texts("Labels");
    Status status = StatusText.status(state.text("Status"));
    Instant startedAt = time(state.text("StartedAt"));
    return new ContainerState(
        container.text("Id"),
        withoutSlash(container.text("Name")),
        labels.getOrDefault(ComposeLabels.SERVICE, ""),
        number(labels),
        isOneOff(labels),
        config.text("Image"),
        container.text("Image"),
        status,
        health(state, config),
        hasEnded(status, startedAt) ? (int) state.number("ExitCode") : null,
        state.flag("OOMKilled"),
        (int) container.number("RestartCount"),
        time(container.text("Created")),
        startedAt,
        time(state.text("FinishedAt")),
        healthOutput(state),
        ports(container.at("NetworkSettings").at("Ports")),
        List.copyOf(container.at("NetworkSettings").at("Networks").members().keySet()),
        labels,
        command(container),
        null,
        volumes(container));
  }

  private static List<String> networks(Json container, Map<String, String> ids) {
    List<String> networks = new ArrayList<>();
    container
        .at("NetworkSettings")
        .at("Networks")
        .members()
        .forEach(
            (name, endpoint) -> {
              // Podman says the name, and Docker nothing before the first start.
              String id = endpoint.text("NetworkID");
              if (!id.matches("[0-9a-f]{64}") || ids.getOrDefault(name, id).equals(id)) {
                networks.add(name);
              }
            });
    return networks;
  }

  private static List<String> volumes(Json container) {
    return container.list("Mounts").stream()
        .filter(mount -> mount.text("Type").equals("volume"))
        .map(mount -> mount.text("Name"))
        .toList();
  }

  /** Whether what is mounted is a volume whose name nobody chose. */
  static boolean isAnonymous(Json mount) {
    return mount.text("Type").equals("volume") && mount.text("Name").matches("[0-9a-f]{64}");
  }

  // As daemons write it in lists: arguments with spaces in quotes.
  private static String command(Json container) {
    StringBuilder command = new StringBuilder(container.text("Path"));
    for (Json argument : container.list("Args")) {
      String text = argument.text();
      command.append(' ').append(text.indexOf(' ') < 0 ? text : "'" + text + "'");
    }
    return command.toString();
  }

  static boolean isOneOff(Map<String, String> labels) {
    return Boolean.parseBoolean(labels.get(ComposeLabels.ONE_OFF));
  }

  /** A name without the slash that daemons put before it. */
  static String withoutSlash(String name) {
    return name.startsWith("/") ? name.substring(1) : name;
  }

  // A container that others link to is listed under /other/alias, too.
  private static String ownName(List<Json> names) {
    return names.stream()
        .map(name -> withoutSlash(name.text()))
        .filter(name -> name.indexOf('/') < 0)
        .findFirst()
        .orElse("");
  }

  private static int number(Map<String, String> labels) {
    String number = labels.getOrDefault(ComposeLabels.CONTAINER_NUMBER, "");
    return number.matches("\\d{1,9}") ? Integer.parseInt(number) : 1;
  }

  private static boolean hasEnded(Status status, @Nullable Instant startedAt) {
    return startedAt != null
        && switch (status) {
          case EXITED, DEAD, RESTARTING, REMOVING -> true;
          case CREATED, RUNNING, PAUSED -> false;
        };
  }

  private static Health health(Json state, Json config) {
    String word = health(state).text("Status");
    if (!word.isEmpty()) {
      return StatusText.word(word);
    }
    List<Json> test = config.at("Healthcheck").list("Test");
    boolean checked = !test.isEmpty() && !test.get(0).text().equals("NONE");
    return checked ? Health.STARTING : Health.NONE;
  }

  // Podman 4 calls it Healthcheck.
  private static Json health(Json state) {
    return state.at("Health").isAbsent() ? state.at("Healthcheck") : state.at("Health");
  }

  private static @Nullable String healthOutput(Json state) {
    List<Json> log = health(state).list("Log");
    return log.isEmpty() ? null : log.get(log.size() - 1).text("Output");
  }

  private static Binding port(Json port) {
    return new Binding(
        port.text("IP"),
        (int) port.number("PublicPort"),
        (int) port.number("PrivatePort"),
        port.text("Type"));
  }

  private static List<Binding> ports(Json ports) {
    List<Binding> bindings = new ArrayList<>();
    ports
        .members()
        .forEach(
            (port, hosts) -> {
              int slash = port.indexOf('/');
              int target = Integer.parseInt(slash < 0 ? port : port.substring(0, slash));
              String protocol = slash < 0 ? "tcp" : port.substring(slash + 1);
              if (hosts.list().isEmpty()) {
                bindings.add(new Binding("", 0, target, protocol));
              }
              hosts.list().forEach(host -> bindings.add(binding(host, target, protocol)));
            });
    return bindings;
  }

  private static Binding binding(Json host, int target, String protocol) {
    String published = host.text("HostPort");
    return new Binding(
        host.text("HostIp"),
        published.isEmpty() ? 0 : Integer.parseInt(published),
        target,
        protocol);
  }

  // The zero time of Go stands for none.
  private static @Nullable Instant time(String text) {
    if (text.isEmpty() || text.startsWith("0001-")) {
      return null;
    }
    return OffsetDateTime.parse(text).toInstant();
  }
}
