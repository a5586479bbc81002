package org.jcompose.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jcompose.problem.Place;

/** Warns of ports of the host that two containers would ask for. */
final class PortCheck {

  private static final Set<String> ANY_IPV4 = Set.of("", "0.0.0.0");
  private static final Set<String> ANY_IPV6 = Set.of("", "::");

  /** Who asked for a port of the host first. */
  private record Published(String service, String address, Place place) {
    boolean clashesWith(String other) {
      boolean sameFamily = address.isEmpty() || other.isEmpty() || isIpv6(address) == isIpv6(other);
      return sameFamily && (isAny(address) || isAny(other) || address.equals(other));
    }

    private static boolean isIpv6(String address) {
      return address.indexOf(':') >= 0;
    }

    private static boolean isAny(String address) {
      return ANY_IPV4.contains(address) || ANY_IPV6.contains(address);
    }
  }

  private final Merged merged;
  private final Map<String, List<Published>> byPort = new HashMap<>();

  PortCheck(Merged merged) {
    this.merged = merged;
  }

  void check() {
    merged
        .services()
        .forEach(
            (name, view) -> {
              if (view.nonEmpty("network_mode") == null) {
                view.views("ports").forEach(port -> port(name, view, port));
              }
            });
  }

  private void port(String name, View service, View port) {
    String published = port.nonEmpty("published");
    if (published == null || !published.matches("[1-9][0-9]{0,4}")) {
      return;
    }
    replicas(name, service, port, published);
    String protocol = Objects.requireNonNullElse(port.nonEmpty("protocol"), "tcp");
    String address = Objects.requireNonNullElse(port.nonEmpty("host_ip"), "");
    Published own = new Published(name, address, port.place("published"));
    List<Published> others =
        byPort.computeIfAbsent(published + "/" + protocol, key -> new ArrayList<>());
    others.stream()
        .filter(other -> other.clashesWith(address))
        .findFirst()
        .ifPresent(other -> clash(own, other, published));
    // One wildcard clashes with all that follow, so that no list of those before it grows long.
    if (others.size() < 100) {
      others.add(own);
    }
  }

  private void clash(Published own, Published other, String port) {
    boolean same = own.service().equals(other.service());
    boolean files = !own.place().source().name().equals(other.place().source().name());
    String who =
        same
            ? "twice by service '" + own.service() + "'"
            : "by services '" + other.service() + "' and '" + own.service() + "'";
    String fix =
        same && files
            ? "lists of two files are joined: write 'ports: !override' to replace the first one"
            : "publish one of them at another port";
    merged.warning(
        own.place(),
        "port " + port + " of the host is published " + who + ": first at " + other.place(),
        fix);
  }

  private void replicas(String name, View service, View port, String published) {
    int count = ServiceCheck.count(service);
    if (count > 1) {
      merged.warning(
          port.place("published"),
          "service '"
              + name
              + "' has "
              + count
              + " replicas, but only one can have port "
              + published
              + " of the host",
          "publish a range, such as '"
              + published
              + "-"
              + (Integer.parseInt(published) + count - 1)
              + "'");
    }
  }
}
