package org.jcompose.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jcompose.engine.ComposeLabels;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.ContainerState.Binding;
import org.jcompose.engine.ContainerState.Health;
import org.jspecify.annotations.Nullable;

/** Containers as {@code docker compose ps} prints them. */
public final class ContainerList {

  private static final int COMMAND_WIDTH = 20;
  private static final int SHORT_ID = 12;
  private static final DateTimeFormatter CREATED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z z", Locale.ROOT);

  private final List<ContainerState> containers;
  private final StatusWords words;
  private final ZoneId zone;
  private final boolean truncated;

  /**
   * The given containers at the given moment.
   *
   * @param truncated whether ids and commands are shortened
   */
  public ContainerList(
      List<ContainerState> containers, Instant now, ZoneId zone, boolean truncated) {
    this.containers = List.copyOf(containers);
    this.words = new StatusWords(now);
    this.zone = zone;
    this.truncated = truncated;
  }

  /** A table with headings. */
  public String table() {
    Table table = new Table("NAME", "IMAGE", "COMMAND", "SERVICE", "CREATED", "STATUS", "PORTS");
    for (ContainerState container : containers) {
      table.row(
          container.name(),
          container.image(),
          command(container),
          container.service(),
          words.ago(container.createdAt()),
          words.of(container),
          PortWords.of(container.ports()));
    }
    return table.text();
  }

  /** One JSON object a line. */
  public String json() {
    JsonText json = new JsonText();
    return containers.stream()
        .map(container -> json.object(to -> write(container, to)) + "\n")
        .collect(Collectors.joining());
  }

  private void write(ContainerState container, JsonGenerator to) throws IOException {
    Integer exitCode = container.exitCode();
    to.writeStringField("Command", command(container));
    to.writeStringField("CreatedAt", created(container.createdAt()));
    to.writeNumberField("ExitCode", exitCode == null ? 0 : exitCode);
    to.writeStringField("Health", health(container));
    to.writeStringField("ID", id(container));
    to.writeStringField("Image", container.image());
    to.writeStringField("Labels", labels(container.labels()));
    to.writeStringField("Name", container.name());
    to.writeStringField("Names", container.name());
    to.writeStringField("Networks", String.join(",", container.networks()));
    to.writeStringField("Ports", PortWords.of(container.ports()));
    to.writeStringField("Project", container.label(ComposeLabels.PROJECT));
    writePublishers(container.ports(), to);
    to.writeStringField("RunningFor", words.ago(container.createdAt()));
    to.writeStringField("Service", container.service());
    to.writeStringField("State", container.status().word());
    to.writeStringField("Status", words.of(container));
  }

  // What a healthcheck said before the container ended says nothing any more.
  private static String health(ContainerState container) {
    return switch (container.status()) {
      case RUNNING, PAUSED -> container.health() == Health.NONE ? "" : container.health().word();
      case CREATED, RESTARTING, REMOVING, EXITED, DEAD -> "";
    };
  }

  private static void writePublishers(List<Binding> ports, JsonGenerator to) throws IOException {
    to.writeArrayFieldStart("Publishers");
    for (Binding port : ports) {
      to.writeStartObject();
      to.writeStringField("URL", port.hostIp());
      to.writeNumberField("TargetPort", port.target());
      to.writeNumberField("PublishedPort", port.published());
      to.writeStringField("Protocol", port.protocol());
      to.writeEndObject();
    }
    to.writeEndArray();
  }

  private String command(ContainerState container) {
    String command = container.command();
    int length = command.codePointCount(0, command.length());
    if (truncated && length > COMMAND_WIDTH) {
      command = command.substring(0, command.offsetByCodePoints(0, COMMAND_WIDTH - 1)) + "…";
    }
    return "\"" + command.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  private String id(ContainerState container) {
    String id = container.id();
    return truncated && id.length() > SHORT_ID ? id.substring(0, SHORT_ID) : id;
  }

  private String created(@Nullable Instant moment) {
    return moment == null ? "" : CREATED.format(ZonedDateTime.ofInstant(moment, zone));
  }

  private static String labels(Map<String, String> labels) {
    return new TreeMap<>(labels)
        .entrySet().stream()
            .map(label -> label.getKey() + "=" + label.getValue())
            .collect(Collectors.joining(","));
  }
}
