package org.jcompose.engine.docker.http;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes a request to a wire. */
final class RequestWriter {

  private static final byte[] LINE_END = {'\r', '\n'};

  private final Wire wire;
  private final Request request;

  RequestWriter(Wire wire, Request request) {
    this.wire = wire;
    this.request = request;
  }

  void write() throws IOException {
    byte[] body = request.bodyBytes();
    InputStream stream = body == null ? request.body() : null;
    send(head(body, stream).getBytes(StandardCharsets.ISO_8859_1));
    if (body != null) {
      send(body);
    } else if (stream != null) {
      sendChunks(stream);
    }
  }

  private String head(byte @Nullable [] body, @Nullable InputStream stream) {
    StringBuilder head = new StringBuilder(256);
    head.append(request.method()).append(' ').append(request.path()).append(" HTTP/1.1\r\n");
    head.append("Host: docker\r\n");
    request.headers().forEach((name, value) -> header(head, name, value));
    if (request.hijackedInput() != null) {
      header(head, "Connection", "Upgrade");
      header(head, "Upgrade", "tcp");
    }
    if (body != null || stream == null) {
      header(head, "Content-Length", String.valueOf(body == null ? 0 : body.length));
    } else {
      header(head, "Transfer-Encoding", "chunked");
    }
    return head.append("\r\n").toString();
  }

  private static void header(StringBuilder head, String name, String value) {
    if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
      throw new IllegalArgumentException("header '" + name + "' holds a line break");
    }
    head.append(name).append(": ").append(value).append("\r\n");
  }

  private void sendChunks(InputStream body) throws IOException {
    byte[] buffer = new byte[16 * 1024];
    for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
      if (count > 0) {
        send((Integer.toHexString(count) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        wire.write(buffer, 0, count);
        send(LINE_END);
      }
    }
    send("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  private void send(byte[] bytes) throws IOException {
    wire.write(bytes, 0, bytes.length);
  }
}
