package org.jcompose.canonical;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jcompose.model.Cpu;
import org.jcompose.model.Dependency;
import org.jcompose.model.Devices;
import org.jcompose.model.EnvFile;
import org.jcompose.model.Healthcheck;
import org.jcompose.model.Memory;
import org.jcompose.model.Naming;
import org.jcompose.model.Security;
import org.jcompose.model.Service;
import org.jcompose.model.UnfilledExtension;
import org.jspecify.annotations.Nullable;

/**
 * A service as a tree whose order is that of Docker Compose's own structures: its hashes are taken
 * of the text in this order.
 */
final class ServiceTree {

  private ServiceTree() {}

  static Map<String, @Nullable Object> of(Service service, Dialect dialect) {
    Tree tree = new Tree();
    putFirst(tree, service, dialect);
    putNames(tree, service, dialect);
    putLogs(tree, service);
    putNetworks(tree, service);
    putLast(tree, service, dialect);
    return (dialect == Dialect.YAML ? tree.putAll(service.extensions()) : tree).build();
  }

  private static void putFirst(Tree tree, Service service, Dialect dialect) {
    Security security = service.security();
    tree.put("profiles", service.profiles())
        .put("annotations", service.annotations())
        .present("attach", service.attach())
        .present("build", BuildTree.of(service.build(), dialect))
        .present("develop", LifecycleTree.develop(service.develop(), dialect))
        .present("blkio_config", LimitTree.blkio(service.resources().blkio(), dialect))
        .put("cap_add", security.capAdd())
        .put("cap_drop", security.capDrop())
        .put("cgroup_parent", service.namespaces().cgroupParent())
        .put("cgroup", service.namespaces().cgroup());
    putProcessors(tree, service.resources().cpu());
    tree.command("command", service.command(), dialect)
        .put("configs", FileTree.references(service.configs()));
  }

  private static void putProcessors(Tree tree, Cpu cpu) {
    tree.put("cpu_count", cpu.count())
        .put("cpu_percent", cpu.percent())
        .put("cpu_period", cpu.period())
        .put("cpu_quota", cpu.quota())
        .put("cpu_rt_period", cpu.rtPeriod())
        .put("cpu_rt_runtime", cpu.rtRuntime())
        .put("cpus", cpu.cpus())
        .put("cpuset", cpu.cpuset())
        .put("cpu_shares", cpu.shares());
  }

  private static void putNames(Tree tree, Service service, Dialect dialect) {
    Naming naming = service.naming();
    Devices devices = service.devices();
    tree.put("container_name", service.containerName())
        .present("credential_spec", FileTree.credentialSpec(service.credentialSpec()))
        .put("depends_on", dependsOn(service))
        .present("deploy", DeployTree.of(service.deploy()))
        .put("device_cgroup_rules", devices.cgroupRules())
        .put("devices", devices.mappings().stream().map(NetworkUseTree::device).toList())
        .put("dns", naming.dns())
        .put("dns_opt", naming.dnsOpt())
        .put("dns_search", naming.dnsSearch())
        .put("domainname", naming.domainname());
    tree.command("entrypoint", service.entrypoint(), dialect)
        .present("provider", LifecycleTree.provider(service.provider()))
        .put("environment", service.environment())
        .put("env_file", service.envFiles().stream().map(ServiceTree::envFile).toList())
        .put("expose", service.expose())
        .present("extends", unfilled(service.unfilledExtension()))
        .put("external_links", service.externalLinks())
        .present("extra_hosts", NetworkUseTree.hosts(naming.extraHosts()))
        .put("group_add", service.security().groupAdd())
        .put("gpus", DeployTree.devices(devices.gpus()))
        .put("hostname", naming.hostname())
        .present("healthcheck", healthcheck(service.healthcheck()));
  }

  private static @Nullable Map<String, @Nullable Object> unfilled(
      @Nullable UnfilledExtension extension) {
    return extension == null
        ? null
        : new Tree().put("file", extension.file()).put("service", extension.service()).build();
  }

  private static void putLogs(Tree tree, Service service) {
    Memory memory = service.resources().memory();
    tree.put("image", service.image())
        .present("init", service.init())
        .put("ipc", service.namespaces().ipc())
        .put("isolation", service.isolation())
        .put("labels", service.labels())
        .put("label_file", service.labelFiles())
        .put("links", service.links())
        .present("logging", LimitTree.logging(service.logging()))
        .put("mem_limit", LimitTree.size(memory.limit()))
        .put("mem_reservation", LimitTree.size(memory.reservation()))
        .put("memswap_limit", LimitTree.size(memory.swapLimit()))
        .put("mem_swappiness", LimitTree.size(memory.swappiness()))
        .put("mac_address", service.macAddress());
  }

  private static void putNetworks(Tree tree, Service service) {
    Memory memory = service.resources().memory();
    tree.put("models", ModelTree.used(service.models()))
        .put("network_mode", service.networkMode())
        .put("networks", NetworkUseTree.of(service.networks()))
        .put("oom_kill_disable", memory.oomKillDisable())
        .put("oom_score_adj", memory.oomScoreAdj())
        .put("pid", service.namespaces().pid())
        .put("pids_limit", service.resources().pidsLimit())
        .put("platform", service.platform())
        .put("ports", service.ports().stream().map(NetworkUseTree::port).toList())
        .put("privileged", service.security().privileged())
        .put("pull_policy", service.pullPolicy())
        .put("pull_refresh_after", service.pullRefreshAfter())
        .put("read_only", service.security().readOnly())
        .put("restart", service.restart())
        .put("runtime", service.runtime())
        .present("scale", service.scale());
  }

  private static void putLast(Tree tree, Service service, Dialect dialect) {
    tree.put("secrets", FileTree.references(service.secrets()))
        .put("security_opt", service.security().securityOpt())
        .put("shm_size", LimitTree.size(service.resources().memory().shmSize()))
        .put("stdin_open", service.stdinOpen())
        .present("stop_grace_period", GoDuration.print(service.stopGracePeriod()))
        .put("stop_signal", service.stopSignal())
        .put("storage_opt", service.resources().storageOpt())
        .put("sysctls", service.sysctls())
        .put("tmpfs", service.tmpfs())
        .put("tty", service.tty())
        .put("ulimits", LimitTree.ulimits(service.resources().ulimits(), dialect))
        .put("use_api_socket", service.useApiSocket())
        .put("user", service.user())
        .put("userns_mode", service.security().usernsMode())
        .put("uts", service.namespaces().uts())
        .put("volumes", service.volumes().stream().map(MountTree::of).toList())
        .put("volumes_from", service.volumesFrom())
        .put("working_dir", service.workingDir())
        .put("pre_start", LifecycleTree.hooks(service.hooks().preStart(), dialect))
        .put("post_start", LifecycleTree.hooks(service.hooks().postStart(), dialect))
        .put("pre_stop", LifecycleTree.hooks(service.hooks().preStop(), dialect));
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
}
