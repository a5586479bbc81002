package org.jcompose.engine.docker;

import java.util.Comparator;
import java.util.Map;
import org.jcompose.model.NetworkUse;
import org.jcompose.model.Service;

/** Looks through the networks of a service for what an engine would leave out. */
final class NetworkUseReview {

  private NetworkUseReview() {}

  static void service(Findings findings, String path, Service service) {
    service
        .networks()
        .forEach(
            (network, use) -> {
              String at = path + ".networks." + network;
              if (use.gwPriority() != null) {
                findings.warnWithout(
                    Features.GATEWAY_PRIORITY,
                    at + ".gw_priority",
                    "'gw_priority' needs Docker API %s, so the engine chooses the gateway");
              }
              if (use.interfaceName() != null) {
                findings.refuseWithout(
                    Features.INTERFACE_NAME,
                    at + ".interface_name",
                    "'interface_name' needs Docker API %s");
              }
            });
    macAddresses(findings, path, service);
  }

  private static void macAddresses(Findings findings, String path, Service service) {
    String first = first(service);
    String own = service.macAddress();
    service
        .networks()
        .forEach(
            (network, use) -> {
              String at = path + ".networks." + network + ".mac_address";
              String address = use.macAddress();
              if (address == null) {
                return;
              }
              if (!network.equals(first)) {
                findings.refuseWithout(
                    Features.ENDPOINT_MAC,
                    at,
                    "'mac_address' on any but the first network needs Docker API %s");
              } else if (own != null && !own.equals(address)) {
                findings.refuse(
                    at,
                    "'mac_address' is '" + address + "', but that of the service is '" + own + "'",
                    "leave one of the two out");
              }
            });
  }

  private static String first(Service service) {
    return service.networks().entrySet().stream()
        .max(
            Comparator.comparingInt(
                    (Map.Entry<String, NetworkUse> use) ->
                        use.getValue().priority() == null ? 0 : use.getValue().priority())
                .thenComparing(Map.Entry.<String, NetworkUse>comparingByKey().reversed()))
        .map(Map.Entry::getKey)
        .orElse("");
  }
}
