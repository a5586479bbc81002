package org.jcompose.engine.docker.http;

import java.io.IOException;
import java.io.InputStream;

/**
 * Carries what a user types to a hijacked connection, then half-closes it, so that the program at
 * the other end sees the end of its input and can still answer.
 */
final class InputPump implements Runnable {

  private final InputStream input;
  private final Connection connection;

  InputPump(InputStream input, Connection connection) {
    this.input = input;
    this.connection = connection;
  }

  @Override
  public void run() {
    byte[] buffer = new byte[8 * 1024];
    try {
      for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
        connection.wire().write(buffer, 0, count);
      }
      connection.wire().endOutput();
    } catch (IOException e) {
      // Whoever reads the answer sees the end of the connection, or wanted it.
      connection.close();
    }
  }
}
