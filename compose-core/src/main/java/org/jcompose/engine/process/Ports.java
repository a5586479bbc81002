package org.jcompose.engine.process;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jcompose.engine.ContainerState.Binding;
import org.jcompose.engine.EngineException;
import org.jspecify.annotations.Nullable;

/** Chooses the host's ports for a service's. Each process binds its own; nothing is forwarded. */
final class Ports {

  static final String LOCAL = "127.0.0.1";

  private static final int ATTEMPTS = 100;

  private Ports() {}

  /**
   * A port of the host for each that is published.
   *
   * @param taken those that other containers have, whether they listen already or not
   * @throws EngineException if none is free
   */
  static List<Binding> choose(Launch launch, Set<Integer> taken) {
    Set<Integer> given = new HashSet<>(taken);
    List<Binding> chosen = new ArrayList<>();
    for (Launch.Publication port : launch.ports()) {
      int published = choose(launch, port, given);
      given.add(published);
      chosen.add(new Binding(host(port.hostIp()), published, port.target(), port.protocol()));
    }
    return chosen;
  }

  /**
   * Makes sure that nobody listens where a container is about to.
   *
   * @throws EngineException if somebody does
   */
  static void checkFree(ContainerRecord container) {
    for (Binding port : container.ports()) {
      if (!isFree(port.hostIp(), port.published(), port.protocol())) {
        throw new EngineException(
            "container '"
                + container.name()
                + "' publishes port '"
                + port.published()
                + "', which another process listens on",
            "end that process, or publish another port",
            null);
      }
    }
  }

  private static String host(@Nullable String address) {
    return address == null || address.isEmpty() ? LOCAL : address;
  }

  private static int choose(Launch launch, Launch.Publication port, Set<Integer> taken) {
    String published = port.published();
    if (published == null || published.isEmpty() || published.equals("0")) {
      return any(launch, port, taken);
    }
    int dash = published.indexOf('-');
    if (dash < 0) {
      return Integer.parseInt(published);
    }
    int last = Integer.parseInt(published.substring(dash + 1));
    for (int each = Integer.parseInt(published.substring(0, dash)); each <= last; each++) {
      if (!taken.contains(each) && isFree(host(port.hostIp()), each, port.protocol())) {
        return each;
      }
    }
    throw none(launch, "no port of '" + published + "' is free");
  }

  private static int any(Launch launch, Launch.Publication port, Set<Integer> taken) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int free = bind(host(port.hostIp()), 0, port.protocol());
      if (free > 0 && !taken.contains(free)) {
        return free;
      }
    }
    throw none(launch, "no port of '" + host(port.hostIp()) + "' is free");
  }

  private static EngineException none(Launch launch, String message) {
    return new EngineException(message + " for container '" + launch.name() + "'");
  }

  private static boolean isFree(String host, int port, String protocol) {
    return bind(host, port, protocol) > 0;
  }

  /** Binds a port, 0 for any, for a moment; -1 if that can't be. */
  private static int bind(String host, int port, String protocol) {
    InetSocketAddress address = new InetSocketAddress(host, port);
    try {
      if (protocol.equals("udp")) {
        try (DatagramSocket socket = new DatagramSocket(address)) {
          return socket.getLocalPort();
        }
      }
      try (ServerSocket socket = new ServerSocket()) {
        socket.bind(address);
        return socket.getLocalPort();
      }
    } catch (IOException e) {
      return -1;
    }
  }
}
