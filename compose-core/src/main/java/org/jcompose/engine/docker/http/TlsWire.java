package org.jcompose.engine.docker.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * TLS over a socket channel, which stays the thing to close: that ends reading and writing at once,
 * and so does an interrupt.
 */
final class TlsWire implements Wire {

  private final SocketChannel channel;
  private final InetSocketAddress address;
  private final SSLContext context;
  private final boolean verify;
  private @Nullable SSLSocket socket;

  TlsWire(SocketChannel channel, InetSocketAddress address, SSLContext context, boolean verify) {
    this.channel = channel;
    this.address = address;
    this.context = context;
    this.verify = verify;
  }

  @Override
  public void connect() throws IOException {
    channel.connect(address);
    SSLSocket tls =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(channel.socket(), address.getHostString(), address.getPort(), true);
    if (verify) {
      SSLParameters parameters = tls.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      tls.setSSLParameters(parameters);
    }
    tls.startHandshake();
    socket = tls;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    return connected().getInputStream().read(into, offset, length);
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    connected().getOutputStream().write(from, offset, length);
    connected().getOutputStream().flush();
  }

  @Override
  public void endOutput() throws IOException {
    connected().shutdownOutput();
  }

  @Override
  public boolean isStale() {
    try {
      SSLSocket tls = connected();
      tls.setSoTimeout(1);
      tls.getInputStream().read();
      return true;
    } catch (SocketTimeoutException silent) {
      return !isBlockingAgain();
    } catch (IOException e) {
      return true;
    }
  }

  private boolean isBlockingAgain() {
    try {
      connected().setSoTimeout(0);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private SSLSocket connected() throws IOException {
    if (socket == null) {
      throw new IOException("not connected");
    }
    return socket;
  }
}
