package org.jcompose.engine.docker;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.docker.http.DaemonAddress;
import org.jspecify.annotations.Nullable;

/** Reads a daemon's address as {@code DOCKER_HOST} has it. */
final class HostAddress {

  private static final int PLAIN_PORT = 2375;
  private static final int TLS_PORT = 2376;

  private HostAddress() {}

  static DaemonAddress parse(String host, @Nullable TlsMaterial tls) {
    int colon = host.indexOf("://");
    String scheme = colon < 0 ? "" : host.substring(0, colon);
    return switch (scheme) {
      case "unix" -> new DaemonAddress.Unix(Path.of(host.substring(colon + 3)));
      case "tcp", "http", "https" -> tcp(host, scheme, tls);
      case "ssh" ->
          throw new EngineException(
              "'" + host + "': 'ssh://' is not supported",
              "forward the socket with 'ssh -L', and set DOCKER_HOST to the local end",
              null);
      default ->
          throw new EngineException(
              "'" + host + "' is no address of a Docker Engine",
              "write 'unix:///path/to/docker.sock' or 'tcp://host:port'",
              null);
    };
  }

  private static DaemonAddress tcp(String host, String scheme, @Nullable TlsMaterial tls) {
    URI uri = uri(host);
    String name = uri.getHost();
    if (name == null) {
      throw new EngineException("'" + host + "' names no host", "write 'tcp://host:port'", null);
    }
    if (tls == null && !scheme.equals("https")) {
      return new DaemonAddress.Tcp(name, uri.getPort() < 0 ? PLAIN_PORT : uri.getPort());
    }
    int port = uri.getPort() < 0 ? TLS_PORT : uri.getPort();
    return tls == null
        ? new DaemonAddress.Tls(name, port, TlsMaterial.ofTheSystem(), true)
        : new DaemonAddress.Tls(name, port, tls.context(), tls.verify());
  }

  private static URI uri(String host) {
    try {
      return new URI(host);
    } catch (URISyntaxException e) {
      throw new EngineException("'" + host + "' is no address", "write 'tcp://host:port'", e);
    }
  }
}
