package org.jcompose.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jcompose.engine.Engine;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.EngineProvider.Endpoint;
import org.jcompose.engine.EngineSettings;
import org.jcompose.engine.EngineUnavailableException;
import org.jcompose.engine.docker.http.FakeDaemon;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerProviderTests {

  // By sha256sum of each name.
  private static final String REMOTE =
      "b71199ebd070b36beab7317920c2c2f1d777df8d05e5527d8458fda57cb17a7a";
  private static final String OTHER =
      "d9298a10d1b0735837dc4bd85dac641b0f3cef27a47e5d53a54f2f3f5b2fcffa";

  @TempDir private Path home;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void setUp() {
    environment.put("XDG_RUNTIME_DIR", "/run/user/1000");
  }

  @Test
  void placesAreTriedInTheirOrder() throws IOException {
    environment.put("DOCKER_HOST", "tcp://build:2375");
    write("config.json", "{\"currentContext\": \"remote\"}");
    writeContext("remote", "unix:///srv/docker.sock");
    assertThat(endpoints())
        .extracting(Endpoint::description)
        .containsExactly(
            "tcp://build:2375 (DOCKER_HOST)",
            "unix:///srv/docker.sock (docker context 'remote')",
            "unix:///var/run/docker.sock (default)",
            "unix:///run/user/1000/docker.sock (rootless Docker)",
            "unix://" + home + "/.docker/run/docker.sock (rootless Docker)",
            "unix:///run/user/1000/podman/podman.sock (rootless Podman)",
            "unix:///run/podman/podman.sock (Podman)");
  }

  @Test
  void withoutSettingsTheUsualSocketsAreTried() {
    environment.clear();
    assertThat(endpoints())
        .extracting(Endpoint::description)
        .containsExactly(
            "unix:///var/run/docker.sock (default)",
            "unix://" + home + "/.docker/run/docker.sock (rootless Docker)",
            "unix:///run/podman/podman.sock (Podman)");
  }

  @Test
  void variableChoosesTheContext() throws IOException {
    write("config.json", "{\"currentContext\": \"remote\"}");
    writeContext("other", "tcp://other:2375");
    environment.put("DOCKER_CONTEXT", "other");
    assertThat(first().description()).isEqualTo("tcp://other:2375 (docker context 'other')");
  }

  @Test
  void defaultContextIsTheDefaultSocket() throws IOException {
    write("config.json", "{\"currentContext\": \"default\"}");
    assertThat(first().description()).isEqualTo("unix:///var/run/docker.sock (default)");
  }

  @Test
  void configurationCanBeElsewhere() throws IOException {
    Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("config.json"), "{\"currentContext\": \"gone\"}");
    environment.put("DOCKER_CONFIG", elsewhere.toString());
    assertUnavailable(first())
        .hasMessage("docker context 'gone' does not exist")
        .hasFieldOrPropertyWithValue("fix", "see 'docker context ls'");
  }

  @Test
  void configurationThatIsNoJsonIsNamedWhenItIsNeeded() throws IOException {
    write("config.json", "{not json");
    assertUnavailable(first()).hasMessage("cannot read '" + home + "/.docker/config.json'");
  }

  @Test
  void sshIsRefusedByName() {
    environment.put("DOCKER_HOST", "ssh://me@build");
    assertUnavailable(first())
        .hasMessage("'ssh://me@build': 'ssh://' is not supported")
        .hasFieldOrPropertyWithValue(
            "fix", "forward the socket with 'ssh -L', and set DOCKER_HOST to the local end");
  }

  @Test
  void whatIsNoAddressIsRefused() {
    environment.put("DOCKER_HOST", "/var/run/docker.sock");
    assertUnavailable(first())
        .hasMessage("'/var/run/docker.sock' is no address of a Docker Engine");
  }

  @Test
  void missingCertificatesAreNamed() throws IOException {
    Path empty = Files.createDirectory(home.resolve("certs"));
    Files.writeString(empty.resolve("ca.pem"), "no certificate");
    environment.put("DOCKER_HOST", "tcp://build:2376");
    environment.put("DOCKER_TLS_VERIFY", "1");
    environment.put("DOCKER_CERT_PATH", empty.toString());
    assertUnavailable(first())
        .hasMessage(
            "cannot read the TLS certificates in '" + empty + "': 'ca.pem' holds no CERTIFICATE");
  }

  @Test
  void missingSocketIsSaidInWords() {
    environment.put("DOCKER_HOST", "unix://" + home + "/none.sock");
    assertUnavailable(first())
        .hasMessage("cannot reach Docker at 'unix://" + home + "/none.sock': no such file")
        .hasFieldOrPropertyWithValue("fix", "start it, or set DOCKER_HOST to where it listens");
  }

  @Test
  void socketThatNobodyListensToIsSaidInWords() throws IOException {
    FakeDaemon.answering(home, path -> "").close();
    environment.put("DOCKER_HOST", "unix://" + home + "/daemon.sock");
    assertUnavailable(first())
        .hasMessage("cannot reach Docker at 'unix://" + home + "/daemon.sock': connection refused");
  }

  @Test
  void whatIsNoDockerIsSaid() throws IOException {
    try (FakeDaemon other = FakeDaemon.answering(home, path -> "{}")) {
      environment.put("DOCKER_HOST", "unix://" + other.socket());
      assertUnavailable(first())
          .hasMessage("what answers at 'unix://" + other.socket() + "' is no Docker Engine");
    }
  }

  @Test
  void newerDaemonIsSpokenToInTheNewestKnownVersion() throws IOException {
    assertThat(versionSpokenTo("1.99", "1.44")).isEqualTo("1.51");
  }

  @Test
  void olderDaemonIsSpokenToInItsOwnVersion() throws IOException {
    assertThat(versionSpokenTo("1.41", "1.12")).isEqualTo("1.41");
  }

  @Test
  void wantedVersionIsSpoken() throws IOException {
    environment.put("DOCKER_API_VERSION", "1.43");
    assertThat(versionSpokenTo("1.51", "1.24")).isEqualTo("1.43");
  }

  @Test
  void wantedVersionMustBeOneThatTheDaemonSpeaks() {
    environment.put("DOCKER_API_VERSION", "1.20");
    assertThatThrownBy(() -> versionSpokenTo("1.51", "1.24"))
        .isInstanceOf(EngineUnavailableException.class)
        .hasMessage("DOCKER_API_VERSION is '1.20', but the engine speaks 1.24 to 1.51");
  }

  @Test
  void daemonOfTheFarFutureIsRefused() {
    assertThatThrownBy(() -> versionSpokenTo("1.99", "1.60"))
        .isInstanceOf(EngineUnavailableException.class)
        .hasMessage(
            "the engine speaks Docker API 1.60 and newer, "
                + "which this version of jcompose does not know");
  }

  @Test
  void podmanIsCalledByItsName() throws IOException {
    String answer =
        "{\"ApiVersion\": \"1.41\", \"MinAPIVersion\": \"1.24\", \"Version\": \"5.8.6\","
            + " \"Components\": [{\"Name\": \"Podman Engine\"}]}";
    try (FakeDaemon podman = FakeDaemon.answering(home, path -> answer)) {
      environment.put("DOCKER_HOST", "unix://" + podman.socket());
      try (Engine engine = first().open()) {
        assertThat(engine.identity().product()).isEqualTo("Podman");
        assertThat(engine.identity().version()).isEqualTo("5.8.6");
      }
    }
  }

  @Test
  void unknownOptionIsRefused() {
    EngineSettings settings =
        new EngineSettings(Map.of(), home, Map.of("docker.fast", "yes", "process.shell", "sh"));
    assertThatThrownBy(() -> new DockerProvider().endpoints(settings))
        .isInstanceOf(EngineException.class)
        .hasMessage("engine 'docker' has no option 'docker.fast'");
  }

  private String versionSpokenTo(String newest, String oldest) throws IOException {
    String answer =
        String.format("{\"ApiVersion\": \"%s\", \"MinAPIVersion\": \"%s\"}", newest, oldest);
    try (FakeDaemon daemon = FakeDaemon.answering(home, path -> answer)) {
      environment.put("DOCKER_HOST", "unix://" + daemon.socket());
      try (Engine engine = first().open()) {
        return engine.identity().apiVersion();
      }
    }
  }

  private Endpoint first() {
    return endpoints().get(0);
  }

  private List<Endpoint> endpoints() {
    return new DockerProvider().endpoints(new EngineSettings(environment, home, Map.of()));
  }

  private static AbstractThrowableAssert<?, ?> assertUnavailable(Endpoint endpoint) {
    return assertThatThrownBy(endpoint::open).isInstanceOf(EngineUnavailableException.class);
  }

  private void writeContext(String name, String host) throws IOException {
    String id = name.equals("remote") ? REMOTE : OTHER;
    write(
        "contexts/meta/" + id + "/meta.json",
        "{\"Name\": \"" + name + "\", \"Endpoints\": {\"docker\": {\"Host\": \"" + host + "\"}}}");
  }

  private void write(String file, String text) throws IOException {
    Path path = home.resolve(".docker").resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
