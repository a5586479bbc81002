package org.jcompose.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jcompose.cli.Main;
import org.jcompose.testing.Repository;

/** The quickstart under a project name, a home and a port of its own; it is down when closed. */
final class Quickstart implements AutoCloseable {

  static final Path FOLDER = Repository.root().resolve("examples").resolve("quickstart");

  private static final String FILE = FOLDER.resolve("compose.yaml").toString();
  private static final Pattern PLANET = Pattern.compile("<dt class=\"planet\">(\\w+)<dd>(.*)");

  private final Map<String, String> environment = new HashMap<>();
  private final Path home;
  private final int port = freePort();
  private boolean isUp;

  Quickstart(Path home, Map<String, String> engine) {
    this.home = home;
    environment.put("PATH", System.getenv("PATH"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("HOME", home.toString());
    environment.put("WEB_PORT", Integer.toString(port));
    environment.put("COMPOSE_PROJECT_NAME", "quickstart-" + UUID.randomUUID());
    environment.putAll(engine);
  }

  void up() {
    isUp = true;
    run("up", "-d", "--wait");
  }

  void down() {
    run("down", "-v");
    isUp = false;
  }

  /** The program as a process of its own, with the quickstart's file. */
  Process start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "-f",
                FILE));
    command.addAll(List.of(arguments));
    ProcessBuilder program = new ProcessBuilder(command).directory(home.toFile());
    program.environment().clear();
    program.environment().putAll(environment);
    isUp = true;
    return program.redirectErrorStream(true).start();
  }

  /** What the page shows of the store, by key. */
  Map<String, String> planets() throws IOException, InterruptedException {
    Map<String, String> planets = new HashMap<>();
    PLANET.matcher(page()).results().forEach(found -> planets.put(found.group(1), found.group(2)));
    return planets;
  }

  String page() throws IOException, InterruptedException {
    URI page = URI.create("http://localhost:" + port + "/");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
        .body();
  }

  String run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> all = new ArrayList<>(List.of("-f", FILE));
    all.addAll(List.of(arguments));
    int code =
        Main.run(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            environment,
            home,
            all.toArray(String[]::new));
    assertThat(code).as("exit code of %s, which wrote:%n%s%s", all, out, err).isZero();
    return out.toString(UTF_8);
  }

  @Override
  public void close() {
    if (isUp) {
      down();
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
