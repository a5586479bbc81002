package org.jcompose.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcompose.engine.NotFoundException;
import org.jcompose.model.Mount;
import org.jcompose.model.Namespaces;
import org.jcompose.model.Network;
import org.jcompose.model.NetworkUse;
import org.jcompose.model.Service;
import org.jcompose.testing.TestEngine;
import org.junit.jupiter.api.Test;

/** That networks, and what containers share with others, are as the file says. */
abstract class NetworkAttributes extends RealContainers {

  NetworkAttributes(TestEngine engineUnderTest) {
    super(engineUnderTest);
  }

  @Test
  void networkHasItsDriverOptionsAndAddresses() {
    Network.Pool pool =
        new Network.Pool(
            "10.213.81.0/24",
            "10.213.81.128/25",
            "10.213.81.1",
            isPodman() ? Map.of() : Map.of("printer", "10.213.81.9"));
    Network network =
        new Network(
            "net",
            project + "_net",
            false,
            "bridge",
            Map.of("com.docker.network.driver.mtu", "1400"),
            true,
            true,
            null,
            null,
            new Network.Ipam(null, List.of(pool), Map.of()),
            Map.of());
    createNetwork(network);
    Json made = ask("/networks/" + network.name());
    assertThat(values(made, "Driver", "Internal", "IPAM.Config.0.Subnet", "IPAM.Config.0.Gateway"))
        .isEqualTo(
            """
            Driver: bridge
            Internal: true
            IPAM.Config.0.Subnet: 10.213.81.0/24
            IPAM.Config.0.Gateway: 10.213.81.1
            """);
    assertThat(made.at("Options").toString()).contains("1400");
    assumeFalse(isPodman(), "Podman knows neither ranges in its answer nor auxiliary addresses");
    assertThat(
            values(made, "Attachable", "IPAM.Config.0.IPRange", "IPAM.Config.0.AuxiliaryAddresses"))
        .isEqualTo(
            """
            Attachable: true
            IPAM.Config.0.IPRange: 10.213.81.128/25
            IPAM.Config.0.AuxiliaryAddresses: {printer=10.213.81.9}
            """);
  }

  @Test
  void networkHasTheProtocolsItAsksFor() {
    Network.Pool pool = new Network.Pool("fd00:213:82::/64", null, null, Map.of());
    boolean six = Features.ENABLE_IPV4.isIn(version());
    createNetwork(
        new Network(
            "six",
            project + "_six",
            false,
            null,
            Map.of(),
            false,
            false,
            six ? false : null,
            true,
            new Network.Ipam(null, List.of(pool), Map.of()),
            Map.of()));
    Json made = ask("/networks/" + project + "_six");
    assertThat(at(made, "EnableIPv6")).isEqualTo(true);
    if (six) {
      assertThat(at(made, "EnableIPv4")).isEqualTo(false);
    }
  }

  @Test
  void containerHasItsAddressesInEachNetwork() {
    createNetwork("a", new Network.Pool("10.213.83.0/24", null, null, Map.of()));
    createNetwork("b", new Network.Pool("10.213.84.0/24", null, null, Map.of()));
    boolean macs = Features.ENDPOINT_MAC.isIn(version());
    Map<String, NetworkUse> networks = new LinkedHashMap<>();
    networks.put(
        project + "_a",
        NetworkUse.builder()
            .aliases(List.of("one"))
            .ipv4Address("10.213.83.7")
            .macAddress("02:42:0a:d5:53:07")
            .build());
    networks.put(
        project + "_b",
        NetworkUse.builder()
            .ipv4Address("10.213.84.7")
            .macAddress(macs ? "02:42:0a:d5:54:07" : null)
            .driverOpts(Map.of("org.example.o", "v"))
            .gwPriority(Features.GATEWAY_PRIORITY.isIn(version()) ? 5 : null)
            .build());
    String script = "ip -o addr | grep -o 'inet 10[0-9.]*'; cat /sys/class/net/eth*/address";
    assertThat(output(spec("web", says(script), networks)))
        .contains("inet 10.213.83.7", "inet 10.213.84.7", "02:42:0a:d5:53:07")
        .anyMatch(line -> !macs || line.equals("02:42:0a:d5:54:07"));
    Json back = ask("/containers/" + project + "-web-1/json").at("NetworkSettings").at("Networks");
    if (!isPodman()) {
      assertThat(back.at(project + "_b").texts("DriverOpts")).containsEntry("org.example.o", "v");
    }
  }

  @Test
  void interfacesHaveTheNameAndOrderAskedFor() {
    assumeTrue(Features.INTERFACE_NAME.isIn(version()), "it is newer than this engine");
    createNetwork("a");
    createNetwork("b", new Network.Pool("10.213.85.0/24", null, "10.213.85.1", Map.of()));
    Map<String, NetworkUse> networks = new LinkedHashMap<>();
    networks.put(project + "_a", NetworkUse.builder().interfaceName("front").build());
    networks.put(project + "_b", NetworkUse.builder().interfaceName("back").gwPriority(7).build());
    assertThat(output(spec("web", says("ls /sys/class/net; ip route | head -1"), networks)))
        .contains("front", "back")
        .anyMatch(line -> line.startsWith("default via 10.213.85.1 dev back"));
  }

  @Test
  void hardwareAddressOfTheServiceIsThatOfItsFirstNetwork() {
    createNetwork("a");
    Map<String, NetworkUse> networks = Map.of(project + "_a", NetworkUse.plain());
    Service.Builder service =
        says("cat /sys/class/net/eth0/address").macAddress("02:42:0a:d5:57:07");
    assertThat(output(spec("web", service, networks))).containsExactly("02:42:0a:d5:57:07");
  }

  @Test
  void linkedContainersAreFoundByTheirNames() {
    createNetwork("a");
    Map<String, NetworkUse> networks = Map.of(project + "_a", NetworkUse.plain());
    started(spec("db", says("sleep 60"), networks));
    Service.Builder service =
        says("for n in base other; do ping -c 1 -W 5 $n >/dev/null && echo $n; done")
            .links(List.of(project + "-db-1:base"))
            .externalLinks(List.of(project + "-db-1:other"));
    Json links =
        created(spec("web", service, networks))
            .at("NetworkSettings")
            .at("Networks")
            .at(project + "_a");
    assumeFalse(isPodman(), "Podman has no links");
    assertThat(links.list("Links").stream().map(Json::text))
        .containsExactly(project + "-db-1:base", project + "-db-1:other");
    engine.removeContainer(project + "-web-1", true);
    assertThat(output(spec("web", service, networks))).containsExactly("base", "other");
  }

  @Test
  void networkModeMayBeNoneOrTheHosts() {
    assertThat(output(spec(says("ls /sys/class/net").networkMode("none"))))
        .contains("lo")
        .doesNotContain("eth0");
    engine.removeContainer(project + "-web-1", true);
    Json host = created(says("true").networkMode("host"));
    assertThat(at(host, "HostConfig.NetworkMode")).isEqualTo("host");
  }

  @Test
  void namespacesAndVolumesOfAnotherContainerAreShared() {
    Mount scratch = new Mount(Mount.Type.VOLUME, null, "/scratch", false, null, null, null, null);
    String other = project + "-db-1";
    started(
        spec(
            "db",
            says("echo kept > /scratch/f; touch /dev/shm/s; exec sleep 61")
                .volumes(List.of(scratch))
                .namespaces(new Namespaces(null, null, "shareable", null, null)),
            Map.of()));
    Service.Builder service =
        says("cat /scratch/f; touch /scratch/g 2>/dev/null || echo ro; ls /dev/shm; ps | grep -c 'sleep 61'")
            .networkMode("container:" + other)
            .namespaces(
                new Namespaces(null, null, "container:" + other, "container:" + other, null))
            .volumesFrom(List.of("container:" + other + ":ro"));
    assertThat(output(spec(service))).startsWith("kept", "ro", "s").last().isNotEqualTo("0");
    String id = ask("/containers/" + other + "/json").text("Id");
    Json web = ask("/containers/" + project + "-web-1/json");
    assertThat(values(web, "HostConfig.NetworkMode", "HostConfig.PidMode"))
        .isEqualTo(
            "HostConfig.NetworkMode: container:"
                + id
                + "\nHostConfig.PidMode: container:"
                + id
                + "\n");
    // Podman removes no container that others depend on.
    engine.removeContainer(project + "-web-1", true);
  }

  @Test
  void missingPartnerIsNamed() {
    Service.Builder service = says("true").networkMode("container:" + project + "-gone");
    assertThatThrownBy(() -> engine.createContainer(spec(service)))
        .isInstanceOf(NotFoundException.class)
        .hasMessage("container '" + project + "-gone' is not there");
  }
}
