package org.jcompose.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What an engine said when it was asked for its version, or why it said nothing. */
record EngineAnswer(String host, String version, String apiVersion, String problem) {

  private static final int SECONDS_TO_ANSWER = 20;
  private static final Map<String, EngineAnswer> ANSWERS = new ConcurrentHashMap<>();

  static EngineAnswer none(String host, String problem) {
    return new EngineAnswer(host, "", "", problem);
  }

  boolean isPresent() {
    return problem.isEmpty();
  }

  /** Asks each engine once and remembers the answer. */
  static EngineAnswer from(String host) {
    return ANSWERS.computeIfAbsent(host, EngineAnswer::ask);
  }

  private static EngineAnswer ask(String host) {
    // Not in the common pool, whose one thread on a small machine may be waiting for this answer.
    CompletableFuture<EngineAnswer> answer =
        CompletableFuture.supplyAsync(() -> askNow(host), EngineAnswer::startDaemon);
    try {
      return answer.get(SECONDS_TO_ANSWER, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return none(host, "'" + host + "' did not answer in " + SECONDS_TO_ANSWER + " s");
    } catch (ExecutionException e) {
      return none(host, "'" + host + "' does not answer: " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return none(host, "interrupted while asking '" + host + "'");
    }
  }

  private static void startDaemon(Runnable task) {
    Thread thread = new Thread(task, "engine-answer");
    thread.setDaemon(true);
    thread.start();
  }

  private static EngineAnswer askNow(String host) {
    try (SocketChannel channel = SocketChannel.open(address(host))) {
      // HTTP/1.0, so that the answer is neither chunked nor kept open.
      channel.write(bytes("GET /version HTTP/1.0\r\nHost: engine\r\n\r\n"));
      String response = readAll(channel);
      JsonNode body = new ObjectMapper().readTree(response.substring(response.indexOf("\r\n\r\n")));
      return new EngineAnswer(
          host, body.path("Version").asText(), body.path("ApiVersion").asText(), "");
    } catch (IOException | RuntimeException e) {
      return none(host, "'" + host + "' does not answer: " + e.getMessage());
    }
  }

  private static SocketAddress address(String host) {
    URI uri = URI.create(host);
    return switch (uri.getScheme()) {
      case "unix" -> UnixDomainSocketAddress.of(uri.getPath());
      case "tcp", "http" -> new InetSocketAddress(uri.getHost(), uri.getPort());
      default -> throw new IllegalArgumentException("tests reach engines by unix:// and tcp://");
    };
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String readAll(SocketChannel channel) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    ByteBuffer buffer = ByteBuffer.allocate(8192);
    while (channel.read(buffer) >= 0) {
      all.write(buffer.array(), 0, buffer.position());
      buffer.clear();
    }
    return all.toString(StandardCharsets.UTF_8);
  }
}
