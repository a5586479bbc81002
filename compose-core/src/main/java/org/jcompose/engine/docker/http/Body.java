package org.jcompose.engine.docker.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The body of an answer; at its end the connection is free for the next request. */
final class Body extends InputStream {

  /** How the end of a body is found. */
  enum Framing {
    FIXED,
    CHUNKED,
    UNTIL_CLOSE
  }

  private final Connection connection;
  private final Framing framing;
  private final Deadline deadline;
  private final Runnable atEnd;
  private long left;
  private boolean first = true;
  private boolean ended;

  /**
   * A body to read from a connection.
   *
   * @param length with {@link Framing#FIXED}
   * @param atEnd run once, after the last byte
   */
  Body(Connection connection, Framing framing, long length, Deadline deadline, Runnable atEnd) {
    this.connection = connection;
    this.framing = framing;
    this.deadline = deadline;
    this.atEnd = atEnd;
    this.left =
        switch (framing) {
          case FIXED -> length;
          case CHUNKED -> 0;
          case UNTIL_CLOSE -> Long.MAX_VALUE;
        };
    if (framing == Framing.FIXED && length == 0) {
      end();
    }
  }

  boolean hasEnded() {
    return ended;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    try {
      return ended || (left == 0 && !nextChunk()) ? -1 : readSome(into, offset, length);
    } catch (IOException e) {
      throw deadline.explain(e);
    }
  }

  private int readSome(byte[] into, int offset, int length) throws IOException {
    int count = connection.read(into, offset, (int) Math.min(length, left));
    if (count < 0) {
      if (framing != Framing.UNTIL_CLOSE) {
        throw new EOFException("the connection was closed in the middle of an answer");
      }
      end();
      return -1;
    }
    left -= count;
    if (left == 0 && framing == Framing.FIXED) {
      end();
    }
    return count;
  }

  private boolean nextChunk() throws IOException {
    if (!first) {
      connection.line();
    }
    first = false;
    String size = connection.line();
    int semicolon = size.indexOf(';');
    left = parseSize((semicolon < 0 ? size : size.substring(0, semicolon)).strip());
    if (left > 0) {
      return true;
    }
    skipTrailer();
    end();
    return false;
  }

  private void skipTrailer() throws IOException {
    String line;
    do {
      line = connection.line();
    } while (!line.isEmpty());
  }

  private static long parseSize(String size) throws IOException {
    try {
      return Long.parseLong(size, 16);
    } catch (NumberFormatException e) {
      throw new IOException("the answer is not HTTP: '" + size + "' is no chunk size", e);
    }
  }

  private void end() {
    ended = true;
    atEnd.run();
  }
}
