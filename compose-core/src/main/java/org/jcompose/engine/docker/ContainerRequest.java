package org.jcompose.engine.docker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.core.command.CreateContainerCmdImpl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jcompose.engine.ComposeLabels;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.model.Healthcheck;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/**
 * The request that creates a container: docker-java's command as a JSON tree, completed by what
 * docker-java has no type for, and what follows it before the start.
 *
 * @param body the request's JSON
 * @param later the networks to connect before the start, each with its endpoint, because this
 *     version of the API takes only one at creation
 * @param archives what is put into the container
 */
record ContainerRequest(
    String body,
    Map<String, Map<String, Object>> later,
    Map<FileRequests.Destination, TarArchive> archives) {

  static ContainerRequest of(ContainerSpec spec, String imageId, ApiVersion version) {
    ObjectNode body = RequestJson.tree(command(spec, imageId, version));
    ObjectNode host = ServiceField.hostOf(body);
    ServiceAttributes.write(spec, body, version);
    ServiceField.put(host, "RestartPolicy", RestartPolicies.of(spec.service()));
    FileRequests files = FileRequests.of(spec, version);
    if (!files.folders().isEmpty()) {
      body.withObject("/Labels").put(FileRequests.LABEL, files.folders());
    }
    MountRequests mounts = MountRequests.of(files.mounts(), version);
    host.putPOJO("Binds", mounts.binds());
    host.putPOJO("Mounts", mounts.mounts());
    Endpoints endpoints = new Endpoints(spec, version);
    ServiceField.put(body, "MacAddress", endpoints.macAddressOfContainer());
    Map<String, Map<String, Object>> later = connect(endpoints, body, version);
    return new ContainerRequest(RequestJson.text(body), later, files.archives());
  }

  /** Puts into the request as many networks as it takes; the others come later. */
  private static Map<String, Map<String, Object>> connect(
      Endpoints endpoints, ObjectNode body, ApiVersion version) {
    ObjectNode now = body.putObject("NetworkingConfig").putObject("EndpointsConfig");
    Map<String, Map<String, Object>> later = new LinkedHashMap<>();
    boolean all = Features.SEVERAL_NETWORKS_AT_CREATE.isIn(version);
    endpoints
        .all()
        .forEach(
            (network, endpoint) -> {
              if (all || now.isEmpty()) {
                now.set(network, RequestJson.tree(endpoint));
              } else {
                later.put(network, endpoint);
              }
            });
    return later;
  }

  private static CreateContainerCmd command(
      ContainerSpec spec, String imageId, ApiVersion version) {
    Service service = spec.service();
    Map<String, String> labels = new LinkedHashMap<>(spec.labels());
    labels.put(ComposeLabels.IMAGE, imageId);
    CreateContainerCmd command = of(String.valueOf(service.image()));
    command
        .withEnv(environment(service.environment()))
        .withLabels(labels)
        .withHostConfig(hostConfig(spec))
        .withExposedPorts(PortRequests.exposed(service));
    set(service.command(), command::withCmd);
    set(service.entrypoint(), command::withEntrypoint);
    set(service.workingDir(), command::withWorkingDir);
    set(service.user(), command::withUser);
    set(service.stopSignal(), command::withStopSignal);
    set(service.stopGracePeriod(), period -> command.withStopTimeout(wholeSeconds(period)));
    set(service.healthcheck(), check -> command.withHealthcheck(healthCheck(check, version)));
    return command;
  }

  private static CreateContainerCmd of(String image) {
    return new CreateContainerCmdImpl(
        command -> {
          throw new UnsupportedOperationException("only its JSON is sent");
        },
        null,
        image);
  }

  private static HostConfig hostConfig(ContainerSpec spec) {
    HostConfig host = HostConfig.newHostConfig();
    host.withPortBindings(PortRequests.bindings(spec.service().ports()));
    spec.networks().keySet().stream().findFirst().ifPresent(host::withNetworkMode);
    return host;
  }

  private static List<String> environment(Map<String, @Nullable String> environment) {
    List<String> entries = new ArrayList<>();
    environment.forEach((name, value) -> entries.add(value == null ? name : name + "=" + value));
    return entries;
  }

  private static HealthCheck healthCheck(Healthcheck check, ApiVersion version) {
    HealthCheck request = new HealthCheck();
    if (check.isDisabled()) {
      return request.withTest(List.of("NONE"));
    }
    if (!check.test().isEmpty()) {
      request.withTest(check.test());
    }
    set(check.interval(), interval -> request.withInterval(interval.toNanos()));
    set(check.timeout(), timeout -> request.withTimeout(timeout.toNanos()));
    set(check.retries(), request::withRetries);
    set(check.startPeriod(), period -> request.withStartPeriod(period.toNanos()));
    if (Features.START_INTERVAL.isIn(version)) {
      set(check.startInterval(), interval -> request.withStartInterval(interval.toNanos()));
    }
    return request;
  }

  /** The engine counts whole seconds; a fraction is not cut off. */
  static int wholeSeconds(Duration duration) {
    long seconds = duration.plusNanos(999_999_999).toSeconds();
    return (int) Math.min(Integer.MAX_VALUE, seconds);
  }

  private static <T> void set(@Nullable T value, Consumer<T> setter) {
    if (value != null) {
      setter.accept(value);
    }
  }
}
