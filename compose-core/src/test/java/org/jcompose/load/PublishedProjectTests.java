package org.jcompose.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jcompose.model.Project;
import org.jcompose.problem.InvalidProjectException;
import org.jcompose.problem.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projects in a registry that listens on this machine and asks for a token. */
class PublishedProjectTests {

  private static final String PROJECT = "application/vnd.docker.compose.project";
  private static final String BASIC = "Basic " + base64("user:password");

  @TempDir Path folder;

  private final Map<String, byte[]> content = new HashMap<>();
  private final List<String> layers = new ArrayList<>();
  private HttpServer server;
  private String registry;

  @BeforeEach
  void startRegistry() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    registry = "127.0.0.1:" + server.getAddress().getPort();
    server.createContext(
        "/token",
        exchange -> answer(exchange, BASIC, "{\"token\": \"T\"}".getBytes(StandardCharsets.UTF_8)));
    server.createContext(
        "/v2/",
        exchange -> answer(exchange, "Bearer T", content.get(exchange.getRequestURI().getPath())));
    server.start();
    write(
        "home/.docker/config.json",
        "{\"auths\": {\"" + registry + "\": {\"auth\": \"" + base64("user:password") + "\"}}}");
  }

  @AfterEach
  void stopRegistry() {
    server.stop(0);
  }

  @Test
  void itsFilesAreMergedAndFindOneAnother() throws IOException {
    layer(
        "file+yaml",
        "",
        "services: {web: {image: one, env_file: abc.env}, own: {extends: {file: base.yaml, service: base}}}");
    layer("file+yaml", "", "services: {web: {image: two}}");
    layer(
        "file+yaml",
        "\"com.docker.compose.extends\": \"true\", \"com.docker.compose.file\": \"base.yaml\"",
        "services: {base: {image: inherited}}");
    layer("envfile", "\"com.docker.compose.envfile\": \"abc.env\"", "A=1\n");
    publish(PROJECT);
    Project project = load();
    assertThat(project.service("web").image()).isEqualTo("two");
    assertThat(project.service("web").environment()).containsEntry("A", "1");
    assertThat(project.service("own").image()).isEqualTo("inherited");
  }

  @Test
  void anArtefactOfAnotherKindIsRefused() throws IOException {
    publish("application/vnd.example");
    assertThat(problem()).isEqualTo("'oci://" + registry + "/a/b:c' is no Compose project");
  }

  @Test
  void aFileThatWouldLieElsewhereIsRefused() throws IOException {
    layer("envfile", "\"com.docker.compose.envfile\": \"../../x.env\"", "A=1\n");
    publish(PROJECT);
    assertThat(problem())
        .isEqualTo(
            "'oci://" + registry + "/a/b:c' has a file with the name '../../x.env', which is none");
  }

  @Test
  void damagedContentIsRefused() throws IOException {
    layer("file+yaml", "", "services: {web: {image: one}}");
    publish(PROJECT);
    content.replaceAll(
        (path, bytes) ->
            path.contains("/blobs/") ? "services: {}".getBytes(StandardCharsets.UTF_8) : bytes);
    assertThat(problem())
        .startsWith("'oci://" + registry + "/a/b:c' is damaged: instead of 'sha256:");
  }

  @Test
  void whatIsNotThereIsReported() throws IOException {
    assertThat(problem()).isEqualTo("'oci://" + registry + "/a/b:c' does not exist");
  }

  @Test
  void whoIsNotKnownIsToldToLogIn() throws IOException {
    write("home/.docker/config.json", "{}");
    publish(PROJECT);
    assertThat(problem())
        .isEqualTo(
            "the registry '" + registry + "' gives no access to 'oci://" + registry + "/a/b:c'");
  }

  private void answer(HttpExchange exchange, String authorization, byte[] body) throws IOException {
    boolean known = authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"));
    String realm =
        "Bearer realm=\"http://"
            + registry
            + "/token\",service=\"s\",scope=\"repository:a/b:pull\"";
    if (!known) {
      exchange.getResponseHeaders().add("WWW-Authenticate", realm);
    }
    boolean found = known && body != null;
    exchange.sendResponseHeaders(known ? found ? 200 : 404 : 401, found ? body.length : -1);
    if (found) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private void layer(String type, String annotations, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    content.put("/v2/a/b/blobs/" + digest(bytes), bytes);
    layers.add(
        "{\"mediaType\": \"application/vnd.docker.compose."
            + type
            + "\", \"digest\": \""
            + digest(bytes)
            + "\", \"size\": "
            + bytes.length
            + ", \"annotations\": {"
            + annotations
            + "}}");
  }

  private void publish(String type) {
    String manifest =
        "{\"artifactType\": \"" + type + "\", \"layers\": [" + String.join(",", layers) + "]}";
    content.put("/v2/a/b/manifests/c", manifest.getBytes(StandardCharsets.UTF_8));
  }

  private String problem() throws IOException {
    try {
      load();
      return "none";
    } catch (InvalidProjectException e) {
      Problem problem = e.problems().get(0);
      assertThat(problem.place().toString()).isEqualTo("compose.yaml:1:11");
      return problem.message();
    }
  }

  private Project load() throws IOException {
    write("here/compose.yaml", "include: ['oci://" + registry + "/a/b:c']");
    Map<String, String> environment = Map.of("HOME", folder.resolve("home").toString());
    return new Loader()
        .load(LoadRequest.in(folder.resolve("here")).environment(environment).build())
        .project();
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String digest(byte[] bytes) {
    try {
      return "sha256:"
          + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
