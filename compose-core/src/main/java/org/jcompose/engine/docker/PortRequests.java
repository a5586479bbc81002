package org.jcompose.engine.docker;

import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.InternetProtocol;
import com.github.dockerjava.api.model.Ports;
import java.util.List;
import org.jcompose.model.Port;

/** Ports as a request. */
final class PortRequests {

  private PortRequests() {}

  static List<ExposedPort> exposed(List<Port> ports) {
    return ports.stream().map(PortRequests::exposed).distinct().toList();
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
