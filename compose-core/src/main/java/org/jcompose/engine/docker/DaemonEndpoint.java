package org.jcompose.engine.docker;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jcompose.engine.Engine;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.EngineProvider.Endpoint;
import org.jcompose.engine.EngineUnavailableException;
import org.jcompose.engine.Identity;
import org.jcompose.engine.docker.http.DaemonAddress;
import org.jcompose.engine.docker.http.SocketHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * A place where a daemon may listen.
 *
 * @param host as it was written
 * @param tls what to speak TLS with over TCP, or null for none
 * @param apiVersion the version to speak, or null for the newest that both know
 */
record DaemonEndpoint(
    String host,
    @Nullable TlsMaterial tls,
    String description,
    @Nullable String apiVersion,
    Supplier<Credentials> credentials)
    implements Endpoint {

  static final String PODMAN = "Podman";

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Override
  public Engine open() {
    SocketHttpClient http = SocketHttpClient.of(address());
    boolean opened = false;
    try {
      Json answer = ask(http.within(PATIENCE));
      ApiVersion version = ApiVersions.choose(answer, apiVersion);
      Engine engine =
          new DockerEngine(
              identity(answer, version),
              new Daemon(http, version),
              new ApiSocket(host, credentials.get()));
      opened = true;
      return engine;
    } finally {
      if (!opened) {
        http.close();
      }
    }
  }

  private DaemonAddress address() {
    try {
      return HostAddress.parse(host, tls);
    } catch (EngineException e) {
      throw RefusedEndpoint.unavailable(e);
    }
  }

  private Json ask(SocketHttpClient http) {
    Request request = Request.builder().method("GET").path("/version").build();
    try (Response response = http.execute(request)) {
      Json answer = Json.parse(response.getBody().readAllBytes());
      if (answer.text("ApiVersion").isEmpty()) {
        throw new EngineUnavailableException(
            "what answers at '" + host + "' is no Docker Engine", "see DOCKER_HOST", null);
      }
      return answer;
    } catch (IOException e) {
      throw unavailable(e);
    } catch (UncheckedIOException e) {
      throw unavailable(e);
    }
  }

  private EngineException unavailable(Exception e) {
    Breakdown breakdown = Breakdown.of(e);
    return new EngineUnavailableException(
        "cannot reach Docker at '" + host + "': " + breakdown.reason(), breakdown.fix(), e);
  }

  private Identity identity(Json answer, ApiVersion version) {
    boolean podman =
        answer.list("Components").stream()
            .anyMatch(component -> component.text("Name").startsWith("Podman"));
    return new Identity(
        DockerProvider.NAME,
        podman ? PODMAN : "Docker Engine",
        answer.text("Version"),
        version.toString(),
        description);
  }
}
