package org.jcompose.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * Warns of subnets and addresses that no engine could give: Docker Compose hands them to the engine
 * as they are.
 */
final class AddressCheck {

  private final Merged merged;
  private final Map<String, List<IpBlock>> subnets = new HashMap<>();

  AddressCheck(Merged merged) {
    this.merged = merged;
  }

  void check() {
    for (Entry network : merged.root().entries("networks")) {
      List<IpBlock> known = new ArrayList<>();
      for (View pool : View.of(network.value()).view("ipam").views("config")) {
        pool(pool, known);
      }
      subnets.put(network.key(), known);
    }
    merged
        .services()
        .forEach(
            (name, view) ->
                view.entries("networks")
                    .forEach(use -> addresses(use.key(), View.of(use.value()))));
  }

  private void pool(View pool, List<IpBlock> known) {
    IpBlock subnet = block(pool.mapping().get("subnet") instanceof Scalar it ? it : null, true);
    List<IpBlock> own = subnet == null ? List.of() : List.of(subnet);
    known.addAll(own);
    if (pool.mapping().get("ip_range") instanceof Scalar range) {
      within(range, block(range, true), own);
    }
    if (pool.mapping().get("gateway") instanceof Scalar gateway) {
      within(gateway, block(gateway, false), own);
    }
    for (Entry entry : pool.entries("aux_addresses")) {
      if (entry.value() instanceof Scalar scalar) {
        within(scalar, block(scalar, false), own);
      }
    }
  }

  private void addresses(String network, View use) {
    List<IpBlock> known = subnets.getOrDefault(network, List.of());
    for (String key : List.of("ipv4_address", "ipv6_address")) {
      if (use.mapping().get(key) instanceof Scalar scalar) {
        IpBlock address = block(scalar, false);
        boolean wrongKind = address != null && (address.width() == 32) != key.startsWith("ipv4");
        if (wrongKind) {
          notOne(scalar, key.startsWith("ipv4") ? "IPv4 address" : "IPv6 address");
        } else {
          within(scalar, address, known);
        }
      }
    }
  }

  private @Nullable IpBlock block(@Nullable Scalar scalar, boolean subnet) {
    if (scalar == null || scalar.text().isEmpty()) {
      return null;
    }
    IpBlock block = subnet ? IpBlock.subnet(scalar.text()) : IpBlock.address(scalar.text());
    if (block == null) {
      notOne(scalar, subnet ? "subnet, such as '172.28.0.0/16'" : "IP address");
    }
    return block;
  }

  private void notOne(Scalar scalar, String what) {
    merged.warning(scalar.place(), "'" + Abbreviated.of(scalar.text()) + "' is no " + what, null);
  }

  private void within(Scalar scalar, @Nullable IpBlock block, List<IpBlock> known) {
    if (block == null) {
      return;
    }
    List<IpBlock> comparable = known.stream().filter(it -> it.width() == block.width()).toList();
    if (!comparable.isEmpty() && comparable.stream().noneMatch(it -> it.contains(block))) {
      merged.warning(
          scalar.place(),
          "'" + scalar.text() + "' is in no subnet of its network",
          "choose one inside");
    }
  }
}
