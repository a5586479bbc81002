package org.jcompose.engine.docker.http;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * A socket channel. Its own methods are used rather than those of {@link
 * java.nio.channels.Channels}, whose streams share one lock between reading and writing.
 */
final class ChannelWire implements Wire {

  private final SocketChannel channel;
  private final SocketAddress address;

  ChannelWire(SocketChannel channel, SocketAddress address) {
    this.channel = channel;
    this.address = address;
  }

  @Override
  public void connect() throws IOException {
    channel.connect(address);
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    return channel.read(ByteBuffer.wrap(into, offset, length));
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(from, offset, length);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  @Override
  public void endOutput() throws IOException {
    channel.shutdownOutput();
  }

  @Override
  public boolean isStale() {
    try {
      channel.configureBlocking(false);
      boolean silent = channel.read(ByteBuffer.allocate(1)) == 0;
      channel.configureBlocking(true);
      return !silent;
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
