package org.jcompose.engine.docker;

import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.InternetProtocol;
import com.github.dockerjava.api.model.Ports;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jcompose.engine.EngineException;
import org.jcompose.model.Port;
import org.jcompose.model.Service;

/** Ports as a request. */
final class PortRequests {

  private static final Pattern EXPOSED =
      Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?(?:/(tcp|udp|sctp))?");

  private PortRequests() {}

  /** What a service publishes, and what it says of itself in {@code expose}. */
  static List<ExposedPort> exposed(Service service) {
    return Stream.concat(
            service.ports().stream().map(PortRequests::exposed),
            service.expose().stream().flatMap(ports -> exposed(service, ports)))
        .distinct()
        .toList();
  }

  private static Stream<ExposedPort> exposed(Service service, String ports) {
    Matcher parts = EXPOSED.matcher(ports);
    if (!parts.matches()) {
      throw new EngineException(
          "'" + ports + "' in 'expose' of service '" + service.name() + "' is no port",
          "write a port or a range, such as '3000' or '3000-3005/udp'",
          null);
    }
    int first = Integer.parseInt(parts.group(1));
    int last = parts.group(2) == null ? first : Integer.parseInt(parts.group(2));
    String protocol = parts.group(3) == null ? "tcp" : parts.group(3);
    return IntStream.rangeClosed(first, last)
        .mapToObj(port -> new ExposedPort(port, InternetProtocol.parse(protocol)));
  }

  static Ports bindings(List<Port> ports) {
    Ports bindings = new Ports();
    ports.forEach(
        port -> bindings.bind(exposed(port), new Ports.Binding(port.hostIp(), port.published())));
    return bindings;
  }

  private static ExposedPort exposed(Port port) {
    return new ExposedPort(port.target(), InternetProtocol.parse(port.protocol()));
  }
}
