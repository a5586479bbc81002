package org.jcompose.engine.docker;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcompose.engine.NetworkSpec;
import org.jcompose.model.Network;
import org.jcompose.model.Network.Ipam;
import org.jcompose.model.Network.Pool;
import org.jspecify.annotations.Nullable;

/**
 * The request that creates a network, as plain JSON: docker-java's command has no auxiliary
 * addresses, no options of address management and no way to do without IPv4.
 */
final class NetworkRequest {

  static final List<Field> FIELDS =
      List.of(
          Field.of("name", "Name"),
          Field.of("driver", "Driver"),
          Field.of("driver_opts", "Options"),
          Field.of("internal", "Internal"),
          Field.of("attachable", "Attachable"),
          new Field("enable_ipv4", "EnableIPv4", Features.ENABLE_IPV4),
          Field.of("enable_ipv6", "EnableIPv6"),
          Field.of("ipam.driver", "IPAM.Driver"),
          Field.of("ipam.options", "IPAM.Options"),
          Field.of("ipam.config.subnet", "IPAM.Config.*.Subnet"),
          Field.of("ipam.config.ip_range", "IPAM.Config.*.IPRange"),
          Field.of("ipam.config.gateway", "IPAM.Config.*.Gateway"),
          Field.of("ipam.config.aux_addresses", "IPAM.Config.*.AuxiliaryAddresses"),
          Field.of("labels", "Labels"));

  private NetworkRequest() {}

  static String of(NetworkSpec spec, ApiVersion version) {
    Network network = spec.network();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("Name", network.name());
    body.put("CheckDuplicate", true);
    put(body, "Driver", network.driver());
    body.put("Internal", network.internal());
    body.put("Attachable", network.attachable());
    put(body, "EnableIPv6", network.enableIpv6());
    if (Features.ENABLE_IPV4.isIn(version)) {
      put(body, "EnableIPv4", network.enableIpv4());
    }
    body.put("Options", network.driverOpts());
    Ipam ipam = network.ipam();
    put(body, "IPAM", ipam == null ? null : ipam(ipam));
    body.put("Labels", spec.labels());
    return RequestJson.text(body);
  }

  private static Map<String, Object> ipam(Ipam ipam) {
    Map<String, Object> body = new LinkedHashMap<>();
    put(body, "Driver", ipam.driver());
    body.put("Config", ipam.pools().stream().map(NetworkRequest::pool).toList());
    body.put("Options", ipam.options());
    return body;
  }

  private static Map<String, Object> pool(Pool pool) {
    Map<String, Object> body = new LinkedHashMap<>();
    put(body, "Subnet", pool.subnet());
    put(body, "IPRange", pool.ipRange());
    put(body, "Gateway", pool.gateway());
    if (!pool.auxAddresses().isEmpty()) {
      body.put("AuxiliaryAddresses", pool.auxAddresses());
    }
    return body;
  }

  private static void put(Map<String, Object> to, String key, @Nullable Object value) {
    if (value != null) {
      to.put(key, value);
    }
  }
}
