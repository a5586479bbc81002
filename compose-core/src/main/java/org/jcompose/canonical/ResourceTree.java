package org.jcompose.canonical;

import java.util.Map;
import org.jcompose.model.Network;
import org.jcompose.model.Network.Ipam;
import org.jcompose.model.Network.Pool;
import org.jcompose.model.Volume;
import org.jspecify.annotations.Nullable;

/** Networks and volumes as trees in the order of Docker Compose's own structures. */
final class ResourceTree {

  private ResourceTree() {}

  static Map<String, @Nullable Object> of(Network network) {
    return new Tree()
        .put("name", network.name())
        .put("driver", network.driver())
        .put("driver_opts", network.driverOpts())
        .struct("ipam", ipam(network.ipam()))
        .put("external", network.external())
        .put("internal", network.internal())
        .put("attachable", network.attachable())
        .put("labels", network.labels())
        .present("enable_ipv4", network.enableIpv4())
        .present("enable_ipv6", network.enableIpv6())
        .build();
  }

  /** The options of address management are in no form that Docker Compose prints. */
  private static Tree ipam(@Nullable Ipam ipam) {
    Tree tree = new Tree();
    if (ipam != null) {
      tree.put("driver", ipam.driver())
          .put("config", ipam.pools().stream().map(ResourceTree::pool).toList());
    }
    return tree;
  }

  private static Map<String, @Nullable Object> pool(Pool pool) {
    return new Tree()
        .put("subnet", pool.subnet())
        .put("gateway", pool.gateway())
        .put("ip_range", pool.ipRange())
        .put("aux_addresses", pool.auxAddresses())
        .build();
  }

  static Map<String, @Nullable Object> of(Volume volume) {
    return new Tree()
        .put("name", volume.name())
        .put("driver", volume.driver())
        .put("driver_opts", volume.driverOpts())
        .put("external", volume.external())
        .put("labels", volume.labels())
        .build();
  }
}
