package org.jcompose.engine.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Lines of text over a socket. One thread may read while another writes, which streams made by
 * {@code Channels} do not allow: there a blocked reader keeps the writer out.
 */
final class LineChannel implements AutoCloseable {

  private final SocketChannel socket;
  private final byte[] block = new byte[8 * 1024];
  private final ByteBuffer received = ByteBuffer.wrap(block).limit(0);

  LineChannel(SocketChannel socket) {
    this.socket = socket;
  }

  static LineChannel connect(String path) throws IOException {
    SocketChannel socket = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      socket.connect(UnixDomainSocketAddress.of(path));
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    return new LineChannel(socket);
  }

  /** The next line, or null after the last. */
  @Nullable String read() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      if (!received.hasRemaining() && !receive()) {
        return null;
      }
      int start = received.position();
      while (received.hasRemaining()) {
        if (received.get() == '\n') {
          line.write(block, start, received.position() - 1 - start);
          return line.toString(StandardCharsets.UTF_8);
        }
      }
      line.write(block, start, received.position() - start);
    }
  }

  private boolean receive() throws IOException {
    int count = socket.read(received.clear());
    received.flip();
    return count > 0;
  }

  /** Writes a line; the text has no line feed. */
  void write(String text) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(text + "\n");
    while (bytes.hasRemaining()) {
      socket.write(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
