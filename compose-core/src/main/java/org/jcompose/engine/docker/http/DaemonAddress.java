package org.jcompose.engine.docker.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;

/** Where a daemon listens. */
public sealed interface DaemonAddress {

  /** A Unix domain socket. */
  record Unix(Path path) implements DaemonAddress {
    @Override
    public Wire wire() throws IOException {
      return new ChannelWire(
          SocketChannel.open(StandardProtocolFamily.UNIX), UnixDomainSocketAddress.of(path));
    }
  }

  /** A TCP port, in the clear. */
  record Tcp(String host, int port) implements DaemonAddress {
    @Override
    public Wire wire() throws IOException {
      return new ChannelWire(SocketChannel.open(), resolve(host, port));
    }
  }

  /**
   * A TCP port that speaks TLS.
   *
   * @param verify whether the daemon's certificate must be valid for the host
   */
  record Tls(String host, int port, SSLContext context, boolean verify) implements DaemonAddress {
    @Override
    public Wire wire() throws IOException {
      return new TlsWire(SocketChannel.open(), resolve(host, port), context, verify);
    }
  }

  /** A wire there, not connected yet. */
  Wire wire() throws IOException;

  private static InetSocketAddress resolve(String host, int port) throws IOException {
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new java.net.UnknownHostException("there is no host '" + host + "'");
    }
    return address;
  }
}
