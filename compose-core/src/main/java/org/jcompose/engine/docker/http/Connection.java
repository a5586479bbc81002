package org.jcompose.engine.docker.http;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A wire with a buffer to read lines from. */
final class Connection implements Closeable {

  private static final int LONGEST_LINE = 64 * 1024;

  private final Wire wire;
  private final byte[] buffer = new byte[16 * 1024];
  private int next;
  private int end;
  private boolean reused;

  Connection(Wire wire) {
    this.wire = wire;
  }

  Wire wire() {
    return wire;
  }

  /** Whether it carried an answer before. */
  boolean isReused() {
    return reused;
  }

  void markReused() {
    reused = true;
  }

  /** Whether it can carry no other request: bytes are left over, or the wire is stale. */
  boolean isStale() {
    return next < end || wire.isStale();
  }

  int read(byte[] into, int offset, int length) throws IOException {
    if (next == end && !fill()) {
      return -1;
    }
    int count = Math.min(length, end - next);
    System.arraycopy(buffer, next, into, offset, count);
    next += count;
    return count;
  }

  /** The next line without its terminator. */
  String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = read(); c != '\n'; c = read()) {
      if (c < 0) {
        throw new EOFException("the connection was closed in the middle of an answer");
      }
      if (line.size() > LONGEST_LINE) {
        throw new IOException("the answer is not HTTP: a header is too long");
      }
      line.write(c);
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  @Override
  public void close() {
    try {
      wire.close();
    } catch (IOException e) {
      // A socket that cannot be closed is gone already.
      return;
    }
  }

  private int read() throws IOException {
    return next == end && !fill() ? -1 : buffer[next++] & 0xff;
  }

  private boolean fill() throws IOException {
    next = 0;
    end = Math.max(0, wire.read(buffer, 0, buffer.length));
    return end > 0;
  }
}
