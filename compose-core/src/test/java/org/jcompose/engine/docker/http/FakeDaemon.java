package org.jcompose.engine.docker.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A daemon on a Unix domain socket that says what a test wants it to say. */
public final class FakeDaemon implements AutoCloseable {

  private final ServerSocketChannel server;
  private final Path socket;
  private final Script script;
  private final AtomicInteger connections = new AtomicInteger();
  private final Semaphore closed = new Semaphore(0);
  private final Queue<SocketChannel> open = new ConcurrentLinkedQueue<>();

  private FakeDaemon(Path socket, Script script) throws IOException {
    this.socket = socket;
    this.script = script;
    this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket), 1024);
  }

  /** What it does with one connection, from its first request on. */
  @FunctionalInterface
  public interface Script {
    void talk(Talk talk) throws IOException;
  }

  /** One connection. */
  public record Talk(InputStream in, OutputStream out) {

    /** Reads a request's head; empty when the other end closed. */
    public String head() throws IOException {
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      for (int c = in.read(); c >= 0; c = in.read()) {
        head.write(c);
        if (head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
          return head.toString(StandardCharsets.US_ASCII);
        }
      }
      return "";
    }

    /** Sends the text as it is. */
    public void send(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }

    /** Sends an answer of status 200. */
    public void answer(String body) throws IOException {
      int length = body.getBytes(StandardCharsets.UTF_8).length;
      send("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n" + body);
    }
  }

  /** A daemon that listens at {@code folder/daemon.sock}. */
  public static FakeDaemon start(Path folder, Script script) throws IOException {
    FakeDaemon daemon = new FakeDaemon(folder.resolve("daemon.sock"), script);
    Threads.daemon("fake-daemon").newThread(daemon::accept).start();
    return daemon;
  }

  /** A daemon that answers every request by what is made of its path. */
  public static FakeDaemon answering(Path folder, UnaryOperator<String> bodyByPath)
      throws IOException {
    return start(
        folder,
        talk -> {
          for (String head = talk.head(); !head.isEmpty(); head = talk.head()) {
            talk.answer(bodyByPath.apply(head.split(" ", 3)[1]));
          }
        });
  }

  public Path socket() {
    return socket;
  }

  /** How many connections were made so far. */
  public int connections() {
    return connections.get();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (SocketChannel each : open) {
      each.close();
    }
  }

  /** Returns when the daemon has closed one more connection. */
  public void awaitClosedConnection() {
    closed.acquireUninterruptibly();
  }

  private void accept() {
    try {
      while (true) {
        SocketChannel channel = server.accept();
        connections.incrementAndGet();
        open.add(channel);
        Threads.daemon("fake-daemon-talk").newThread(() -> talk(channel)).start();
      }
    } catch (ClosedChannelException closed) {
      return;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void talk(SocketChannel channel) {
    try (channel) {
      script.talk(new Talk(Channels.newInputStream(channel), Channels.newOutputStream(channel)));
    } catch (IOException clientWentAway) {
      open.remove(channel);
    }
    closed.release();
  }
}
