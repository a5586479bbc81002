package org.jcompose.engine.docker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.EngineProvider.Endpoint;
import org.jcompose.engine.EngineSettings;
import org.jspecify.annotations.Nullable;

/** Lists where a Docker Engine or a Podman may be listening. */
final class EndpointSearch {

  private final EngineSettings settings;
  private final ConfigFolder config;

  EndpointSearch(EngineSettings settings) {
    this.settings = settings;
    this.config = ConfigFolder.of(settings);
  }

  List<Endpoint> endpoints() {
    List<Endpoint> endpoints = new ArrayList<>();
    String host = variable("DOCKER_HOST");
    if (host != null) {
      endpoints.add(endpoint(host, tls(), "DOCKER_HOST"));
    }
    addContext(endpoints);
    addSocket(endpoints, Path.of("/var/run/docker.sock"), "default");
    String runtime = variable("XDG_RUNTIME_DIR");
    if (runtime != null) {
      addSocket(endpoints, Path.of(runtime, "docker.sock"), "rootless Docker");
    }
    Path home = settings.home().resolve(".docker/run/docker.sock");
    addSocket(endpoints, home, "rootless Docker");
    if (runtime != null) {
      addSocket(endpoints, Path.of(runtime, "podman/podman.sock"), "rootless Podman");
    }
    addSocket(endpoints, Path.of("/run/podman/podman.sock"), "Podman");
    return List.copyOf(endpoints);
  }

  private void addContext(List<Endpoint> endpoints) {
    String variable = variable("DOCKER_CONTEXT");
    try {
      String name = variable == null ? config.currentContext() : variable;
      if (!name.isEmpty() && !name.equals("default")) {
        String origin = "docker context '" + name + "'";
        DockerContext context = config.context(name);
        endpoints.add(endpoint(context.host(), context.tls(), origin));
      }
    } catch (EngineException e) {
      String origin = variable == null ? "current docker context" : "DOCKER_CONTEXT";
      endpoints.add(new RefusedEndpoint(origin, e));
    }
  }

  private void addSocket(List<Endpoint> endpoints, Path socket, String origin) {
    endpoints.add(endpoint("unix://" + socket, null, origin));
  }

  private Endpoint endpoint(String host, @Nullable TlsMaterial tls, String origin) {
    return new DaemonEndpoint(
        host, tls, host + " (" + origin + ")", variable("DOCKER_API_VERSION"), config::credentials);
  }

  private @Nullable TlsMaterial tls() {
    boolean verify = variable("DOCKER_TLS_VERIFY") != null;
    if (!verify && variable("DOCKER_TLS") == null) {
      return null;
    }
    String folder = variable("DOCKER_CERT_PATH");
    return new TlsMaterial(folder == null ? config.folder() : Path.of(folder), verify);
  }

  private @Nullable String variable(String name) {
    String value = settings.environment().get(name);
    return value == null || value.isBlank() ? null : value;
  }
}
