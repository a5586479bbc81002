package org.jcompose.engine.docker;

import com.github.dockerjava.api.model.ContainerNetwork;
import org.jcompose.model.NetworkUse;

/** How a container takes part in a network, as a request. */
final class Endpoints {

  private Endpoints() {}

  static ContainerNetwork of(NetworkUse use) {
    ContainerNetwork endpoint = new ContainerNetwork().withAliases(use.aliases());
    if (use.ipv4Address() == null && use.ipv6Address() == null) {
      return endpoint;
    }
    return endpoint.withIpamConfig(
        new ContainerNetwork.Ipam()
            .withIpv4Address(use.ipv4Address())
            .withIpv6Address(use.ipv6Address()));
  }
}
