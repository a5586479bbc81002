package org.jcompose.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jcompose.engine.ContainerEngine;
import org.jcompose.engine.Engine;
import org.jcompose.engine.EngineSettings;
import org.jcompose.engine.EngineUnavailableException;
import org.jcompose.engine.docker.http.Certificates;
import org.jcompose.engine.docker.http.FakeDaemon.Talk;
import org.jcompose.engine.docker.http.Threads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTests {

  private static final Certificates LOCALHOST = Certificates.of("localhost");
  private static final String VERSION =
      "{\"ApiVersion\": \"1.51\", \"MinAPIVersion\": \"1.24\", \"Version\": \"28.5.2\"}";

  @TempDir private Path folder;
  private final ConcurrentLinkedQueue<String> clients = new ConcurrentLinkedQueue<>();
  private SSLServerSocket server;

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void daemonAndClientProveWhoTheyAre() throws IOException {
    serve(LOCALHOST);
    LOCALHOST.write(folder);
    try (ContainerEngine engine = (ContainerEngine) open("DOCKER_TLS_VERIFY")) {
      assertThat(engine.identity().version()).isEqualTo("28.5.2");
      assertThat(engine.inspect("x").id()).isEmpty();
      assertThat(engine.inspect("y").id()).isEmpty();
    }
    assertThat(clients).containsExactly("CN=localhost");
  }

  @Test
  void daemonThatNobodyVouchesForIsNotTrusted() throws IOException {
    serve(Certificates.of("localhost"));
    LOCALHOST.write(folder);
    assertThatThrownBy(() -> open("DOCKER_TLS_VERIFY"))
        .isInstanceOf(EngineUnavailableException.class)
        .hasMessageStartingWith("cannot reach Docker at 'tcp://localhost:" + server.getLocalPort())
        .hasMessageContaining("TLS failed: ");
  }

  @Test
  void daemonOfAnotherNameIsNotTrusted() throws IOException {
    Certificates other = Certificates.of("elsewhere");
    serve(other);
    other.write(folder);
    assertThatThrownBy(() -> open("DOCKER_TLS_VERIFY"))
        .isInstanceOf(EngineUnavailableException.class)
        .hasMessageContaining("No subject alternative DNS name matching localhost found");
  }

  @Test
  void withoutVerificationAnyDaemonWillDo() throws IOException {
    serve(Certificates.of("elsewhere"));
    try (Engine engine = open("DOCKER_TLS")) {
      assertThat(engine.identity().version()).isEqualTo("28.5.2");
    }
  }

  private Engine open(String variable) {
    Map<String, String> environment = new HashMap<>();
    environment.put("DOCKER_HOST", "tcp://localhost:" + server.getLocalPort());
    environment.put("DOCKER_CERT_PATH", folder.toString());
    environment.put(variable, "1");
    EngineSettings settings = new EngineSettings(environment, folder, Map.of());
    return new DockerProvider().endpoints(settings).get(0).open();
  }

  private void serve(Certificates certificates) throws IOException {
    server =
        (SSLServerSocket)
            certificates
                .server()
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getByName("localhost"));
    server.setWantClientAuth(true);
    Threads.daemon("tls-daemon").newThread(this::accept).start();
  }

  private void accept() {
    while (!server.isClosed()) {
      acceptOne();
    }
  }

  private void acceptOne() {
    try (SSLSocket socket = (SSLSocket) server.accept()) {
      talk(socket);
    } catch (IOException closedOrRefused) {
      return;
    }
  }

  private static String client(SSLSocket socket) {
    try {
      return socket.getSession().getPeerPrincipal().getName();
    } catch (SSLPeerUnverifiedException e) {
      return "nobody";
    }
  }

  private void talk(SSLSocket socket) throws IOException {
    Talk talk = new Talk(socket.getInputStream(), socket.getOutputStream());
    for (String head = talk.head(); !head.isEmpty(); head = talk.head()) {
      if (clients.isEmpty()) {
        clients.add(client(socket));
      }
      talk.answer(head.startsWith("GET /version") ? VERSION : "{}");
    }
  }
}
