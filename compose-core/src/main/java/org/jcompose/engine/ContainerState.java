package org.jcompose.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A container, or what an engine has in its stead, as it was when looked at. What only {@link
 * ContainerEngine#inspect} knows is null in a list.
 *
 * @param name without a leading slash
 * @param service the Compose service, from its label; empty if it has none
 * @param number from 1 within the service
 * @param oneOff whether it was made by {@code run}
 * @param image the reference it was made from; empty without images
 * @param imageId empty without images
 * @param exitCode of the last run, once ended; null while it runs, before it ever ran, or when
 *     unknown
 * @param restarts how often its restart policy brought it back, or null if unknown
 * @param startedAt of the last run
 * @param finishedAt of the last run
 * @param healthOutput the last health check's output, or null
 * @param command what it runs, as people read it; empty if the engine cannot say
 * @param statusText the engine's own words for status and time, such as {@code Up 2 minutes
 *     (healthy)}, or null
 * @param volumes the names of the volumes it mounts, anonymous ones included
 */
public record ContainerState(
    String id,
    String name,
    String service,
    int number,
    boolean oneOff,
    String image,
    String imageId,
    Status status,
    Health health,
    @Nullable Integer exitCode,
    boolean oomKilled,
    @Nullable Integer restarts,
    @Nullable Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable String healthOutput,
    List<Binding> ports,
    List<String> networks,
    Map<String, String> labels,
    String command,
    @Nullable String statusText,
    List<String> volumes) {

  /** By service, number, name. */
  public static final Comparator<ContainerState> ORDER =
      Comparator.comparing(ContainerState::service)
          .thenComparingInt(ContainerState::number)
          .thenComparing(ContainerState::name);

  public ContainerState {
    ports = List.copyOf(ports);
    networks = List.copyOf(networks);
    labels = Map.copyOf(labels);
    volumes = List.copyOf(volumes);
  }

  /** The state of a container that mounts no volumes. */
  public ContainerState(
      String id,
      String name,
      String service,
      int number,
      boolean oneOff,
      String image,
      String imageId,
      Status status,
      Health health,
      @Nullable Integer exitCode,
      boolean oomKilled,
      @Nullable Integer restarts,
      @Nullable Instant createdAt,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt,
      @Nullable String healthOutput,
      List<Binding> ports,
      List<String> networks,
      Map<String, String> labels,
      String command,
      @Nullable String statusText) {
    this(
        id,
        name,
        service,
        number,
        oneOff,
        image,
        imageId,
        status,
        health,
        exitCode,
        oomKilled,
        restarts,
        createdAt,
        startedAt,
        finishedAt,
        healthOutput,
        ports,
        networks,
        labels,
        command,
        statusText,
        List.of());
  }

  /** The state of a container whose engine cannot say what it runs, and has no words for it. */
  public ContainerState(
      String id,
      String name,
      String service,
      int number,
      boolean oneOff,
      String image,
      String imageId,
      Status status,
      Health health,
      @Nullable Integer exitCode,
      boolean oomKilled,
      @Nullable Integer restarts,
      @Nullable Instant createdAt,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt,
      @Nullable String healthOutput,
      List<Binding> ports,
      List<String> networks,
      Map<String, String> labels) {
    this(
        id,
        name,
        service,
        number,
        oneOff,
        image,
        imageId,
        status,
        health,
        exitCode,
        oomKilled,
        restarts,
        createdAt,
        startedAt,
        finishedAt,
        healthOutput,
        ports,
        networks,
        labels,
        "",
        null);
  }

  /** The states of a container, in the words of the Docker Engine API. */
  public enum Status {
    CREATED,
    RUNNING,
    PAUSED,
    RESTARTING,
    REMOVING,
    EXITED,
    DEAD;

    /** The engine API's word for it. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** What the healthcheck said last. */
  public enum Health {
    /** There is no healthcheck. */
    NONE,
    STARTING,
    HEALTHY,
    UNHEALTHY;

    /** The engine API's word for it. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * A port.
   *
   * @param hostIp empty if not published
   * @param published 0 if not published
   */
  public record Binding(String hostIp, int published, int target, String protocol) {}

  public boolean isRunning() {
    return status == Status.RUNNING;
  }

  /** Whether it ended with exit code 0. */
  public boolean isCompleted() {
    return status == Status.EXITED && exitCode != null && exitCode == 0;
  }

  /** This container in another status. */
  public ContainerState with(Status newStatus, Health newHealth) {
    return new ContainerState(
        id,
        name,
        service,
        number,
        oneOff,
        image,
        imageId,
        newStatus,
        newHealth,
        exitCode,
        oomKilled,
        restarts,
        createdAt,
        startedAt,
        finishedAt,
        healthOutput,
        ports,
        networks,
        labels,
        command,
        statusText,
        volumes);
  }

  /** The label's value, or an empty text. */
  public String label(String key) {
    return labels.getOrDefault(key, "");
  }
}
