package org.jcompose.engine.docker;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * Takes a container's output apart. Without a terminal it comes in frames: a byte for the stream,
 * three of no meaning, four for the length. Each frame is what the engine read at once, which of a
 * long line is a part.
 */
final class LogFrames implements OpenStream.Reader {

  private static final byte STANDARD_ERROR = 2;
  private static final int LARGEST = 16 * 1024 * 1024;

  private final Sink out;
  private final Sink err;

  /** Takes what one of the two streams brings. */
  interface Sink {
    void frame(byte[] frame);

    /** Nothing more comes. */
    void end();
  }

  LogFrames(Sink out, Sink err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public void read(InputStream stream) throws IOException {
    byte[] header = new byte[8];
    while (true) {
      int count = stream.readNBytes(header, 0, header.length);
      if (count < header.length) {
        end(count == 0);
        return;
      }
      byte[] frame = stream.readNBytes(length(header));
      if (frame.length < length(header)) {
        end(false);
        return;
      }
      (header[0] == STANDARD_ERROR ? err : out).frame(frame);
    }
  }

  private void end(boolean whole) throws IOException {
    out.end();
    err.end();
    if (!whole) {
      throw new EOFException("a log frame was cut off");
    }
  }

  private static int length(byte[] header) throws IOException {
    int length = ByteBuffer.wrap(header).getInt(4);
    if (length < 0 || length > LARGEST) {
      throw new IOException("a log frame of " + Integer.toUnsignedString(length) + " bytes");
    }
    return length;
  }

  /** Hands the output of a container with a terminal to the lines as it comes. */
  static OpenStream.Reader unframed(LogLines lines) {
    return stream -> {
      byte[] buffer = new byte[16 * 1024];
      for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
        lines.bytes(buffer, count);
      }
      lines.end();
    };
  }
}
