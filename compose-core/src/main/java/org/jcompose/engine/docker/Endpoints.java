package org.jcompose.engine.docker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.model.NetworkUse;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/**
 * How a container takes part in networks, as requests: plain JSON, because docker-java's types lack
 * half of it. The first network is the one whose name is the container's network mode.
 */
final class Endpoints {

  private static final String EACH = "NetworkingConfig.EndpointsConfig.*.";
  private static final String INTERFACE_NAME = "com.docker.network.endpoint.ifname";

  static final List<Field> FIELDS =
      List.of(
          Field.of("networks", "NetworkingConfig.EndpointsConfig"),
          Field.of("networks.aliases", EACH + "Aliases"),
          Field.of("networks.driver_opts", EACH + "DriverOpts"),
          new Field("networks.gw_priority", EACH + "GwPriority", Features.GATEWAY_PRIORITY),
          new Field("networks.interface_name", EACH + "DriverOpts", Features.INTERFACE_NAME),
          Field.of("networks.ipv4_address", EACH + "IPAMConfig.IPv4Address"),
          Field.of("networks.ipv6_address", EACH + "IPAMConfig.IPv6Address"),
          Field.of("networks.link_local_ips", EACH + "IPAMConfig.LinkLocalIPs"),
          new Field("networks.mac_address", EACH + "MacAddress", Features.ENDPOINT_MAC),
          Field.of("networks.priority", "HostConfig.NetworkMode"),
          Field.of("links", EACH + "Links"),
          Field.of("external_links", EACH + "Links"),
          new Field("mac_address", EACH + "MacAddress", Features.ENDPOINT_MAC));

  private final ContainerSpec spec;
  private final ApiVersion version;

  Endpoints(ContainerSpec spec, ApiVersion version) {
    this.spec = spec;
    this.version = version;
  }

  /** By the network's name, in the order in which to connect. */
  Map<String, Map<String, Object>> all() {
    Map<String, Map<String, Object>> all = new LinkedHashMap<>();
    spec.networks()
        .forEach(
            (network, use) ->
                all.put(
                    network, of(use, macAddress(network, use), links(spec.service()), version)));
    return all;
  }

  /** The hardware address of the container as such, which is all that older daemons take. */
  @Nullable String macAddressOfContainer() {
    if (!spec.networks().isEmpty() && Features.ENDPOINT_MAC.isIn(version)) {
      return null;
    }
    return spec.networks().values().stream()
        .findFirst()
        .map(NetworkUse::macAddress)
        .orElse(spec.service().macAddress());
  }

  private @Nullable String macAddress(String network, NetworkUse use) {
    if (!Features.ENDPOINT_MAC.isIn(version)) {
      return null;
    }
    boolean first = spec.networks().keySet().iterator().next().equals(network);
    return use.macAddress() == null && first ? spec.service().macAddress() : use.macAddress();
  }

  /** What connects a container that is there already. */
  static Map<String, Object> of(NetworkUse use, ApiVersion version) {
    String macAddress = Features.ENDPOINT_MAC.isIn(version) ? use.macAddress() : null;
    return of(use, macAddress, List.of(), version);
  }

  private static Map<String, Object> of(
      NetworkUse use, @Nullable String macAddress, List<String> links, ApiVersion version) {
    Map<String, Object> endpoint = new LinkedHashMap<>();
    endpoint.put("Aliases", use.aliases());
    if (!links.isEmpty()) {
      endpoint.put("Links", links);
    }
    Map<String, Object> addresses = addresses(use);
    if (!addresses.isEmpty()) {
      endpoint.put("IPAMConfig", addresses);
    }
    if (macAddress != null) {
      endpoint.put("MacAddress", macAddress);
    }
    Map<String, String> options = options(use, version);
    if (!options.isEmpty()) {
      endpoint.put("DriverOpts", options);
    }
    if (use.gwPriority() != null && Features.GATEWAY_PRIORITY.isIn(version)) {
      endpoint.put("GwPriority", use.gwPriority());
    }
    return endpoint;
  }

  private static Map<String, Object> addresses(NetworkUse use) {
    Map<String, Object> addresses = new LinkedHashMap<>();
    if (use.ipv4Address() != null) {
      addresses.put("IPv4Address", use.ipv4Address());
    }
    if (use.ipv6Address() != null) {
      addresses.put("IPv6Address", use.ipv6Address());
    }
    if (!use.linkLocalIps().isEmpty()) {
      addresses.put("LinkLocalIPs", use.linkLocalIps());
    }
    return addresses;
  }

  private static Map<String, String> options(NetworkUse use, ApiVersion version) {
    Map<String, String> options = new HashMap<>(use.driverOpts());
    if (use.interfaceName() != null && Features.INTERFACE_NAME.isIn(version)) {
      options.put(INTERFACE_NAME, use.interfaceName());
    }
    return options;
  }

  /** Each other container with the name under which this one finds it: {@code name:alias}. */
  static List<String> links(Service service) {
    List<String> links = new ArrayList<>(service.links());
    service
        .externalLinks()
        .forEach(link -> links.add(link.contains(":") ? link : link + ":" + link));
    return links;
  }
}
