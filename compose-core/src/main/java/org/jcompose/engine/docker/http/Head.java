package org.jcompose.engine.docker.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Status and headers of an answer.
 *
 * @param headers by name, whatever its case
 */
record Head(int status, Map<String, List<String>> headers) {

  static Head read(Connection connection) throws IOException {
    Head head = readOne(connection);
    while (head.status < 200 && head.status != 101) {
      head = readOne(connection);
    }
    return head;
  }

  boolean isUpgraded() {
    return status == 101;
  }

  /** Whether the connection carries other requests after this answer. */
  boolean isKeptAlive() {
    return !isUpgraded() && !has("Connection", "close");
  }

  Body.Framing framing(String method) {
    if (method.equals("HEAD") || status == 204 || status == 304) {
      return Body.Framing.FIXED;
    }
    if (has("Transfer-Encoding", "chunked")) {
      return Body.Framing.CHUNKED;
    }
    return headers.containsKey("Content-Length") && !isUpgraded()
        ? Body.Framing.FIXED
        : Body.Framing.UNTIL_CLOSE;
  }

  long length(String method) throws IOException {
    if (method.equals("HEAD") || !headers.containsKey("Content-Length")) {
      return 0;
    }
    String length = headers.get("Content-Length").get(0);
    try {
      return Long.parseLong(length);
    } catch (NumberFormatException e) {
      throw new IOException("the answer is not HTTP: '" + length + "' is no length", e);
    }
  }

  private boolean has(String name, String value) {
    return headers.getOrDefault(name, List.of()).stream().anyMatch(value::equalsIgnoreCase);
  }

  private static Head readOne(Connection connection) throws IOException {
    int status = status(connection.line());
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = connection.line(); !line.isEmpty(); line = connection.line()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers
            .computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
            .add(line.substring(colon + 1).strip());
      }
    }
    return new Head(status, headers);
  }

  private static int status(String line) throws IOException {
    if (!line.matches("HTTP/1\\.[01] \\d{3}( .*)?")) {
      throw new IOException("the answer is not HTTP");
    }
    return Integer.parseInt(line.substring(9, 12));
  }
}
