package org.jcompose.canonical;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcompose.model.Devices;
import org.jcompose.model.NetworkUse;
import org.jcompose.model.Port;
import org.jspecify.annotations.Nullable;

/** How a service is reached, as trees in the order of Docker Compose's own structures. */
final class NetworkUseTree {

  private NetworkUseTree() {}

  static Map<String, @Nullable Object> of(Map<String, NetworkUse> uses) {
    Map<String, @Nullable Object> networks = new LinkedHashMap<>();
    uses.forEach((name, use) -> networks.put(name, use.bare() ? null : network(use)));
    return networks;
  }

  private static Map<String, @Nullable Object> network(NetworkUse use) {
    return new Tree()
        .put("aliases", use.aliases())
        .put("driver_opts", use.driverOpts())
        .put("gw_priority", use.gwPriority())
        .put("interface_name", use.interfaceName())
        .put("ipv4_address", use.ipv4Address())
        .put("ipv6_address", use.ipv6Address())
        .put("link_local_ips", use.linkLocalIps())
        .put("mac_address", use.macAddress())
        .put("priority", use.priority())
        .build();
  }

  static Map<String, @Nullable Object> port(Port port) {
    return new Tree()
        .put("name", port.name())
        .put("mode", port.mode())
        .put("host_ip", port.hostIp())
        .put("target", port.target())
        .put("published", port.published())
        .put("protocol", port.protocol())
        .put("app_protocol", port.appProtocol())
        .build();
  }

  /** Sorted; null if there are none. */
  static @Nullable List<String> hosts(Map<String, List<String>> hosts) {
    return hosts.isEmpty()
        ? null
        : hosts.entrySet().stream()
            .flatMap(host -> host.getValue().stream().map(ip -> host.getKey() + "=" + ip))
            .sorted()
            .toList();
  }

  static Map<String, @Nullable Object> device(Devices.Mapping device) {
    return new Tree()
        .put("source", device.source())
        .put("target", device.target())
        .put("permissions", device.permissions())
        .build();
  }
}
