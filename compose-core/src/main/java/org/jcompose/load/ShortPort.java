package org.jcompose.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A port in short form.
 *
 * @param container the container's ports; null if something is wrong
 * @param host where they are published, or null
 * @param problem what is wrong, or null
 */
record ShortPort(
    @Nullable Range container,
    @Nullable Range host,
    @Nullable String address,
    String protocol,
    @Nullable String problem) {

  private static final Set<String> PROTOCOLS = Set.of("tcp", "udp", "sctp");
  private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(%.+)?");
  private static final int HIGHEST = 65_535;

  /** One container port and where it is published. */
  record Target(int target, @Nullable String published, @Nullable String hostIp, String protocol) {}

  /** Ports in a row. */
  record Range(int first, int last) {
    int size() {
      return last - first + 1;
    }

    @Override
    public String toString() {
      return first == last ? Integer.toString(first) : first + "-" + last;
    }
  }

  static ShortPort parse(String text) {
    int slash = text.lastIndexOf('/');
    String protocol = slash < 0 ? "tcp" : text.substring(slash + 1).toLowerCase(Locale.ROOT);
    if (!PROTOCOLS.contains(protocol)) {
      return wrong("'" + Abbreviated.of(protocol) + "' is not one of tcp, udp and sctp");
    }
    String rest = slash < 0 ? text : text.substring(0, slash);
    int last = rest.lastIndexOf(':');
    Range container = range(rest.substring(last + 1));
    if (container == null) {
      return wrong("'" + Abbreviated.of(rest.substring(last + 1)) + "' is no container port");
    }
    return last < 0
        ? new ShortPort(container, null, null, protocol, null)
        : published(rest.substring(0, last), container, protocol);
  }

  private static ShortPort published(String text, Range container, String protocol) {
    int colon = text.lastIndexOf(':');
    String host = text.substring(colon + 1);
    String address = colon < 0 ? null : address(text.substring(0, colon));
    if (colon >= 0 && address == null) {
      return wrong("'" + Abbreviated.of(text.substring(0, colon)) + "' is no IP address");
    }
    Range range = host.isEmpty() ? null : range(host);
    if (range == null && !host.isEmpty()) {
      return wrong("'" + Abbreviated.of(host) + "' is no host port");
    }
    if (range != null && range.size() != container.size() && container.size() > 1) {
      return wrong("the ranges '" + range + "' and '" + container + "' differ in size");
    }
    return new ShortPort(container, range, address, protocol, null);
  }

  /** How many container ports it names. */
  int size() {
    return container == null ? 0 : container.size();
  }

  /** One for each container port, in the order of their texts: Docker Compose hashes that order. */
  List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    if (container != null) {
      for (int port = container.first(); port <= container.last(); port++) {
        targets.add(new Target(port, published(port - container.first()), address, protocol));
      }
    }
    targets.sort(Comparator.comparing(target -> Integer.toString(target.target())));
    return targets;
  }

  private @Nullable String published(int index) {
    if (host == null) {
      return null;
    }
    return size() == 1 ? host.toString() : Integer.toString(host.first() + index);
  }

  private static @Nullable String address(String text) {
    boolean bracketed = text.startsWith("[") && text.endsWith("]");
    String address = bracketed ? text.substring(1, text.length() - 1) : text;
    return address.isEmpty() || isAddress(address) ? address : null;
  }

  static boolean isAddress(String text) {
    return IPV4.matcher(text).matches() || IPV6.matcher(text).matches();
  }

  private static @Nullable Range range(String text) {
    int dash = text.indexOf('-');
    Integer first = port(dash < 0 ? text : text.substring(0, dash));
    Integer last = dash < 0 ? first : port(text.substring(dash + 1));
    return first == null || last == null || last < first ? null : new Range(first, last);
  }

  private static @Nullable Integer port(String text) {
    if (!text.matches("[0-9]{1,5}")) {
      return null;
    }
    int port = Integer.parseInt(text);
    return port <= HIGHEST ? port : null;
  }

  private static ShortPort wrong(String problem) {
    return new ShortPort(null, null, null, "", problem);
  }
}
