package org.jcompose.engine.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a supervisor needs to know to run one replica of a service.
 *
 * @param id of the container, chosen by the client
 * @param name of the container as it was created
 * @param dependencies the services whose ports are told to it
 * @param volumes the names of the volumes it uses
 * @param restart the restart policy, as a Compose file has it
 * @param stopSignal without {@code SIG}
 */
record Launch(
    String id,
    String name,
    String project,
    String service,
    int number,
    Map<String, String> labels,
    Program program,
    List<Publication> ports,
    List<String> dependencies,
    List<String> volumes,
    @Nullable HealthTest health,
    String restart,
    String stopSignal,
    Duration stopGracePeriod) {

  /**
   * What is run.
   *
   * @param command program and arguments
   * @param workingDir absolute
   * @param environment what the process is given, the engine's own variables aside
   * @param overrides what counts even against the engine's own variables
   */
  record Program(
      List<String> command,
      String workingDir,
      Map<String, String> environment,
      Map<String, String> overrides) {}

  /**
   * A port of a service.
   *
   * @param published a port or range of the host, or null for any free one
   */
  record Publication(
      int target, @Nullable String published, @Nullable String hostIp, String protocol) {}

  /**
   * How to see that it is healthy.
   *
   * @param command program and arguments; exit code 0 means healthy
   */
  record HealthTest(
      List<String> command,
      Duration interval,
      Duration timeout,
      int retries,
      Duration startPeriod,
      Duration startInterval) {}
}
