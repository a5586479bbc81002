package org.jcompose.canonical;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcompose.model.Dependency;
import org.jcompose.model.EnvFile;
import org.jcompose.model.Healthcheck;
import org.jcompose.model.Mount;
import org.jcompose.model.Naming;
import org.jcompose.model.NetworkUse;
import org.jcompose.model.Port;
import org.jcompose.model.Security;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/**
 * A service as a tree whose order is that of Docker Compose's own structures: its hashes are taken
 * of the text in this order.
 */
final class ServiceTree {

  private ServiceTree() {}

  static Map<String, @Nullable Object> of(Service service, Dialect dialect) {
    Naming naming = service.naming();
    Security security = service.security();
    Tree tree = new Tree().put("profiles", service.profiles());
    tree.put("cap_add", security.capAdd()).put("cap_drop", security.capDrop());
    command(tree, "command", service.command(), dialect);
    tree.put("container_name", service.containerName())
        .put("depends_on", dependsOn(service))
        .put("dns", naming.dns())
        .put("dns_opt", naming.dnsOpt())
        .put("dns_search", naming.dnsSearch())
        .put("domainname", naming.domainname());
    command(tree, "entrypoint", service.entrypoint(), dialect);
    tree.put("environment", service.environment())
        .put("env_file", service.envFiles().stream().map(ServiceTree::envFile).toList())
        .put("expose", service.expose())
        .put("group_add", security.groupAdd())
        .put("hostname", naming.hostname())
        .put("healthcheck", healthcheck(service.healthcheck()))
        .put("image", service.image())
        .present("init", service.init())
        .put("labels", service.labels())
        .put("networks", networks(service))
        .put("ports", service.ports().stream().map(ServiceTree::port).toList())
        .put("privileged", security.privileged())
        .put("read_only", security.readOnly())
        .put("restart", service.restart())
        .present("scale", service.scale())
        .put("security_opt", security.securityOpt())
        .put("stdin_open", service.stdinOpen())
        .present("stop_grace_period", GoDuration.print(service.stopGracePeriod()))
        .put("stop_signal", service.stopSignal())
        .put("tmpfs", service.tmpfs())
        .put("tty", service.tty())
        .put("user", service.user())
        .put("userns_mode", security.usernsMode())
        .put("volumes", service.volumes().stream().map(ServiceTree::mount).toList())
        .put("working_dir", service.workingDir());
    return (dialect == Dialect.YAML ? tree.putAll(service.extensions()) : tree).build();
  }

  private static void command(
      Tree tree, String key, @Nullable List<String> words, Dialect dialect) {
    if (words != null || dialect == Dialect.JSON) {
      tree.keep(key, words);
    }
  }

  private static Map<String, Object> dependsOn(Service service) {
    Map<String, Object> dependencies = new LinkedHashMap<>();
    service.dependsOn().forEach((name, on) -> dependencies.put(name, dependency(on)));
    return dependencies;
  }

  private static Map<String, @Nullable Object> dependency(Dependency dependency) {
    return new Tree()
        .put("condition", dependency.condition().key())
        .put("restart", dependency.restart())
        .keep("required", dependency.required())
        .build();
  }

  /** Docker Compose prints the path alone for every required file, whatever its format. */
  private static Object envFile(EnvFile file) {
    return file.required()
        ? file.path()
        : new Tree()
            .put("path", file.path())
            .keep("required", false)
            .put("format", file.format())
            .build();
  }

  private static @Nullable Map<String, @Nullable Object> healthcheck(
      @Nullable Healthcheck healthcheck) {
    if (healthcheck == null) {
      return null;
    }
    return new Tree()
        .put("test", healthcheck.test())
        .present("timeout", GoDuration.print(healthcheck.timeout()))
        .present("interval", GoDuration.print(healthcheck.interval()))
        .present("retries", healthcheck.retries())
        .present("start_period", GoDuration.print(healthcheck.startPeriod()))
        .present("start_interval", GoDuration.print(healthcheck.startInterval()))
        .put("disable", healthcheck.disable())
        .build();
  }

  private static Map<String, @Nullable Object> networks(Service service) {
    Map<String, @Nullable Object> networks = new LinkedHashMap<>();
    service.networks().forEach((name, use) -> networks.put(name, network(use)));
    return networks;
  }

  private static @Nullable Map<String, @Nullable Object> network(NetworkUse use) {
    if (use.bare()) {
      return null;
    }
    return new Tree()
        .put("aliases", use.aliases())
        .put("ipv4_address", use.ipv4Address())
        .put("ipv6_address", use.ipv6Address())
        .put("priority", use.priority())
        .build();
  }

  private static Map<String, @Nullable Object> port(Port port) {
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

  private static Map<String, @Nullable Object> mount(Mount mount) {
    return new Tree()
        .put("type", mount.type().key())
        .put("source", mount.source())
        .put("target", mount.target())
        .put("read_only", mount.readOnly())
        .put("consistency", mount.consistency())
        .present("bind", bind(mount.bind()))
        .present("volume", volume(mount.volume()))
        .present("tmpfs", tmpfs(mount.tmpfs()))
        .build();
  }

  private static @Nullable Map<String, @Nullable Object> bind(Mount.@Nullable BindOptions bind) {
    return bind == null
        ? null
        : new Tree()
            .put("selinux", bind.selinux())
            .put("propagation", bind.propagation())
            .put("create_host_path", bind.createHostPath())
            .build();
  }

  private static @Nullable Map<String, @Nullable Object> volume(
      Mount.@Nullable VolumeOptions volume) {
    return volume == null
        ? null
        : new Tree().put("nocopy", volume.nocopy()).put("subpath", volume.subpath()).build();
  }

  private static @Nullable Map<String, @Nullable Object> tmpfs(Mount.@Nullable TmpfsOptions tmpfs) {
    return tmpfs == null
        ? null
        : new Tree().put("size", tmpfs.size()).put("mode", tmpfs.mode()).build();
  }
}
