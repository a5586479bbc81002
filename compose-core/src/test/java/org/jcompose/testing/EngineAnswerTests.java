package org.jcompose.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineAnswerTests {

  private static final String VERSIONS =
      "{\"Components\":[{\"Version\":\"1.0\"}],\"Version\":\"28.5.2\",\"ApiVersion\":\"1.51\"}";

  @TempDir private Path folder;

  @Test
  void anEngineSaysItsVersions() throws Exception {
    Path socket = folder.resolve("engine.sock");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      CompletableFuture<Void> served = CompletableFuture.runAsync(() -> serveOnce(server));
      EngineAnswer answer = EngineAnswer.from("unix://" + socket);
      served.join();
      assertThat(answer.problem()).isEmpty();
      assertThat(answer.version()).isEqualTo("28.5.2");
      assertThat(answer.apiVersion()).isEqualTo("1.51");
    }
  }

  @Test
  void aMissingSocketIsAReasonToSkip() {
    String host = "unix://" + folder.resolve("none.sock");
    assertThat(EngineAnswer.from(host).problem()).startsWith("'" + host + "' does not answer: ");
  }

  @Test
  void anUnknownSchemeIsAReasonToSkip() {
    assertThat(EngineAnswer.from("ssh://host").problem())
        .isEqualTo("'ssh://host' does not answer: tests reach engines by unix:// and tcp://");
  }

  private static void serveOnce(ServerSocketChannel server) {
    try (SocketChannel client = server.accept()) {
      client.read(ByteBuffer.allocate(1024));
      String response = "HTTP/1.0 200 OK\r\n\r\n" + VERSIONS;
      client.write(ByteBuffer.wrap(response.getBytes(StandardCharsets.US_ASCII)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
