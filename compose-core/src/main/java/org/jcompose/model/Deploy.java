package org.jcompose.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a service is spread and kept up on its platform (Compose Deploy Specification). Null parts
 * are the platform's defaults.
 *
 * @param mode {@code replicated}, {@code global}, {@code replicated-job} or {@code global-job}
 * @param labels of the service, not of its containers
 * @param endpointMode {@code vip} or {@code dnsrr}
 */
public record Deploy(
    @Nullable String mode,
    @Nullable Integer replicas,
    Map<String, String> labels,
    @Nullable Update updateConfig,
    @Nullable Update rollbackConfig,
    @Nullable Resource limits,
    @Nullable Resource reservations,
    @Nullable RestartPolicy restartPolicy,
    Placement placement,
    @Nullable String endpointMode) {

  public Deploy {
    labels = Ordered.copy(labels);
  }

  /**
   * How replicas are replaced.
   *
   * @param parallelism how many at once; 0: all
   * @param delay between groups of replicas
   * @param failureAction {@code continue}, {@code pause} or {@code rollback}
   * @param monitor how long a replica is watched after its start
   * @param maxFailureRatio from 0 to 1
   * @param order {@code start-first} or {@code stop-first}
   */
  public record Update(
      @Nullable Long parallelism,
      @Nullable Duration delay,
      @Nullable String failureAction,
      @Nullable Duration monitor,
      @Nullable Float maxFailureRatio,
      @Nullable String order) {}

  /**
   * What each replica may take, or is promised.
   *
   * @param cpus a number of processors, which may be a fraction
   * @param memory in bytes
   * @param pids how many processes
   */
  public record Resource(
      @Nullable Float cpus,
      @Nullable Long memory,
      @Nullable Long pids,
      List<DeviceRequest> devices,
      List<GenericResource> genericResources) {

    public Resource {
      devices = List.copyOf(devices);
      genericResources = List.copyOf(genericResources);
    }
  }

  /**
   * An amount of a resource that the user named.
   *
   * @param kind null: the file says nothing about it
   */
  public record GenericResource(@Nullable String kind, long value) {}

  /**
   * Whether and when a replica that ended is started again.
   *
   * @param condition {@code none}, {@code on-failure} or {@code any}
   * @param delay between attempts
   * @param maxAttempts null: without end
   * @param window how long a start is watched before it counts as a success
   */
  public record RestartPolicy(
      @Nullable String condition,
      @Nullable Duration delay,
      @Nullable Long maxAttempts,
      @Nullable Duration window) {}

  /**
   * Where replicas may run.
   *
   * @param constraints what must hold of a node: {@code node.role==worker}
   * @param spread the labels of nodes over which replicas are spread
   * @param maxReplicasPerNode null or 0: no limit
   */
  public record Placement(
      List<String> constraints, List<String> spread, @Nullable Long maxReplicasPerNode) {

    private static final Placement ANYWHERE = new Placement(List.of(), List.of(), null);

    public Placement {
      constraints = List.copyOf(constraints);
      spread = List.copyOf(spread);
    }

    /** On any node. */
    public static Placement anywhere() {
      return ANYWHERE;
    }
  }
}
