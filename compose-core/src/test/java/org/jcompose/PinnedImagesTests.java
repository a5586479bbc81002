package org.jcompose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jcompose.problem.InvalidProjectException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images named by digest, as a registry on this machine says. */
class PinnedImagesTests {

  private static final String MANIFEST = "{}";
  private static final String DIGEST =
      "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

  @TempDir Path folder;

  private HttpServer server;
  private String registry;

  @BeforeEach
  void startRegistry() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    registry = "127.0.0.1:" + server.getAddress().getPort();
    server.createContext(
        "/v2/shop/web/manifests/1.2",
        exchange -> {
          byte[] manifest = MANIFEST.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, manifest.length);
          exchange.getResponseBody().write(manifest);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stopRegistry() {
    server.stop(0);
  }

  @Test
  void tagsAreKeptBesideTheirDigests() throws IOException {
    try (Compose compose = compose("image: " + registry + "/shop/web:1.2")) {
      compose.pinImages();
      assertThat(compose.imagesConfig(ConfigFormat.YAML))
          .isEqualTo(
              "services:\n  web:\n    image: " + registry + "/shop/web:1.2@" + DIGEST + "\n");
      assertThat(compose.config(ConfigFormat.YAML, List.of()))
          .contains("image: " + registry + "/shop/web:1.2@" + DIGEST + "\n");
    }
  }

  @Test
  void imagesThatAreNamedByDigestNeedNoRegistry() throws IOException {
    try (Compose compose = compose("image: postgres@" + DIGEST)) {
      compose.pinImages();
      assertThat(compose.project().service("web").image())
          .isEqualTo("docker.io/library/postgres@" + DIGEST);
    }
  }

  @Test
  void imagesThatTheRegistryDoesNotKnowAreReportedAtTheirLine() throws IOException {
    try (Compose compose = compose("image: " + registry + "/shop/gone:1")) {
      assertThatThrownBy(compose::pinImages)
          .isInstanceOfSatisfying(
              InvalidProjectException.class,
              e -> assertThat(e.problems().get(0)).asString().contains("compose.yaml:3"));
    }
  }

  private Compose compose(String service) throws IOException {
    Files.writeString(folder.resolve("compose.yaml"), "services:\n  web:\n    " + service + "\n");
    return Compose.builder().workingDirectory(folder).environment(Map.of()).build();
  }
}
