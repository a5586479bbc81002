package org.jcompose.engine.docker;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcompose.engine.ContainerFile;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.engine.NetworkSpec;
import org.jcompose.engine.VolumeSpec;
import org.jcompose.model.Blkio;
import org.jcompose.model.Cpu;
import org.jcompose.model.CredentialSpec;
import org.jcompose.model.Deploy;
import org.jcompose.model.DeviceRequest;
import org.jcompose.model.Devices;
import org.jcompose.model.FileObject;
import org.jcompose.model.FileReference;
import org.jcompose.model.Healthcheck;
import org.jcompose.model.Logging;
import org.jcompose.model.Memory;
import org.jcompose.model.Mount;
import org.jcompose.model.Namespaces;
import org.jcompose.model.Naming;
import org.jcompose.model.Network;
import org.jcompose.model.NetworkUse;
import org.jcompose.model.Port;
import org.jcompose.model.Resources;
import org.jcompose.model.Security;
import org.jcompose.model.Service;
import org.jcompose.model.Ulimit;
import org.jcompose.model.Volume;

/**
 * A container, a network and a volume whose every attribute that the engine knows says something.
 */
final class EverythingGiven {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private EverythingGiven() {}

  static ContainerSpec container() {
    Service service = process().build();
    Map<String, NetworkUse> networks = new LinkedHashMap<>();
    networks.put(
        "p_net",
        NetworkUse.builder()
            .aliases(List.of("a"))
            .driverOpts(Map.of("o", "v"))
            .gwPriority(1)
            .interfaceName("front")
            .ipv4Address("10.1.1.1")
            .ipv6Address("fd00::1")
            .linkLocalIps(List.of("169.254.1.1"))
            .macAddress("02:42:0a:d5:57:07")
            .priority(1)
            .build());
    FileObject object =
        new FileObject("f", "p_f", "/host/f", null, null, false, Map.of(), null, Map.of(), null);
    FileReference reference = new FileReference("f", null, null, null, null);
    return new ContainerSpec(
        "p",
        service,
        1,
        "p-web-1",
        Map.of("l", "v"),
        networks,
        mounts(),
        List.of(new ContainerFile(ContainerFile.Kind.CONFIG, reference, object)),
        null);
  }

  static NetworkSpec network() {
    Network.Pool pool =
        new Network.Pool("10.1.1.0/24", "10.1.1.128/25", "10.1.1.1", Map.of("a", "10.1.1.9"));
    Network.Ipam ipam = new Network.Ipam("default", List.of(pool), Map.of("o", "v"));
    Map<String, String> options = Map.of("o", "v");
    return new NetworkSpec(
        new Network(
            "net", "p_net", false, "bridge", options, true, true, true, true, ipam, Map.of()),
        Map.of("l", "v"));
  }

  static VolumeSpec volume() {
    return new VolumeSpec(
        new Volume("data", "p_data", false, "local", Map.of("o", "v"), Map.of()), Map.of("l", "v"));
  }

  private static Service.Builder process() {
    return surroundings(
        Service.builder("web")
            .image("busybox")
            .command(List.of("c"))
            .entrypoint(List.of("e"))
            .environment(Map.of("A", "1"))
            .expose(List.of("3000"))
            .healthcheck(
                new Healthcheck(List.of("CMD", "true"), SECOND, SECOND, 1, SECOND, SECOND, false))
            .labels(Map.of("l", "v"))
            .platform("linux/amd64")
            .ports(List.of(Port.of(80, "8080")))
            .stdinOpen(true)
            .stopGracePeriod(SECOND)
            .stopSignal("SIGUSR1")
            .tty(true)
            .user("1")
            .workingDir("/srv")
            .volumes(mounts())
            .volumesFrom(List.of("p-db-1"))
            .networks(Map.of("net", NetworkUse.plain()))
            .links(List.of("p-db-1:db"))
            .externalLinks(List.of("other"))
            .networkMode("p_net")
            .macAddress("02:42:0a:d5:57:07")
            .restart("always")
            .useApiSocket(true));
  }

  private static Service.Builder surroundings(Service.Builder service) {
    List<String> one = List.of("x");
    return service
        .annotations(Map.of("a", "b"))
        .init(true)
        .isolation("default")
        .logging(new Logging("json-file", Map.of("o", "v")))
        .naming(new Naming("h", "d", Map.of("a", List.of("10.1.1.1")), one, one, one))
        .namespaces(new Namespaces("private", "/p", "private", "host", "host"))
        .runtime("runc")
        .security(new Security(one, one, true, true, List.of("label=x"), one, "host"))
        .credentialSpec(new CredentialSpec(null, "f.json", null))
        .sysctls(Map.of("a", "1"))
        .tmpfs(List.of("/t"))
        .resources(resources())
        .devices(devices())
        .deploy(deploy())
        .configs(List.of(new FileReference("f", null, null, null, null)))
        .secrets(List.of(new FileReference("f", null, null, null, null)));
  }

  private static Resources resources() {
    List<Blkio.Throttle> rate = List.of(new Blkio.Throttle("/dev/sda", 1));
    return new Resources(
        new Cpu(1L, 1f, 1L, 1L, 1L, 1L, 1f, "0", 1L),
        new Memory(1L, 1L, 1L, 1L, 1L, true, 1L),
        new Blkio(10, List.of(new Blkio.Weight("/dev/sda", 10)), rate, rate, rate, rate),
        1L,
        Map.of("nofile", Ulimit.of(1)),
        Map.of("size", "1G"));
  }

  private static Devices devices() {
    return new Devices(
        List.of(
            new Devices.Mapping("/dev/null", null, null),
            new Devices.Mapping("vendor.com/class=one", null, null)),
        List.of("c 1:3 mr"),
        List.of(gpu()));
  }

  private static DeviceRequest gpu() {
    return new DeviceRequest(List.of("gpu"), null, -1L, List.of(), Map.of());
  }

  private static Deploy deploy() {
    Deploy.Resource all = new Deploy.Resource(1f, 1L, 1L, List.of(gpu()), List.of());
    return new Deploy(
        null,
        1,
        Map.of(),
        null,
        null,
        all,
        all,
        new Deploy.RestartPolicy("on-failure", null, 1L, null),
        Deploy.Placement.anywhere(),
        null);
  }

  private static List<Mount> mounts() {
    return List.of(
        bind("/a", true, null, null),
        bind("/b:c", true, null, null),
        bind("/b", false, "rslave", "disabled"),
        bind("/c", false, null, "writable"),
        bind("/d", false, null, "readonly"),
        new Mount(
            Mount.Type.VOLUME,
            "p_data",
            "/e",
            true,
            "cached",
            null,
            new Mount.VolumeOptions(true, "sub", Map.of("l", "v")),
            null),
        new Mount(
            Mount.Type.TMPFS,
            null,
            "/f",
            false,
            null,
            null,
            null,
            new Mount.TmpfsOptions(1L, 0700)),
        new Mount(
            Mount.Type.IMAGE,
            "busybox",
            "/g",
            false,
            null,
            null,
            null,
            null,
            new Mount.ImageOptions("sub")));
  }

  private static Mount bind(String path, boolean create, String propagation, String recursive) {
    return new Mount(
        Mount.Type.BIND,
        path,
        path,
        true,
        null,
        new Mount.BindOptions(create, propagation, null, recursive),
        null,
        null);
  }
}
