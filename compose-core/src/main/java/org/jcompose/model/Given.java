package org.jcompose.model;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells which attributes of a service say something. */
final class Given {

  private static final Map<String, Function<Service, @Nullable Object>> ATTRIBUTES = attributes();

  private Given() {}

  static Set<String> in(Service service) {
    Set<String> given = new LinkedHashSet<>();
    ATTRIBUTES.forEach(
        (name, value) -> {
          if (says(value.apply(service))) {
            given.add(name);
          }
        });
    return Collections.unmodifiableSet(given);
  }

  /** The paths of the attributes in which two services differ; of maps, those of their entries. */
  static Set<String> differing(Service one, Service other) {
    Set<String> paths = new LinkedHashSet<>();
    ATTRIBUTES.forEach(
        (name, value) -> {
          Object of = value.apply(one);
          Object ofOther = value.apply(other);
          if (of instanceof Map<?, ?> map && ofOther instanceof Map<?, ?> otherMap) {
            Set<Object> keys = new LinkedHashSet<>(map.keySet());
            keys.addAll(otherMap.keySet());
            keys.removeIf(key -> Objects.equals(map.get(key), otherMap.get(key)));
            keys.forEach(key -> paths.add(name + "." + key));
          } else if (!Objects.equals(of, ofOther)) {
            paths.add(name);
          }
        });
    return Collections.unmodifiableSet(paths);
  }

  private static boolean says(@Nullable Object value) {
    return value != null
        && !value.equals(false)
        && !(value instanceof Collection<?> list && list.isEmpty())
        && !(value instanceof Map<?, ?> map && map.isEmpty());
  }

  private static Map<String, Function<Service, @Nullable Object>> attributes() {
    Map<String, Function<Service, @Nullable Object>> all = new TreeMap<>();
    addFirst(all);
    addSecond(all);
    addThird(all);
    return all;
  }

  private static void addFirst(Map<String, Function<Service, @Nullable Object>> all) {
    all.put("annotations", Service::annotations);
    all.put("attach", service -> Objects.toString(service.attach(), null));
    all.put("blkio_config", service -> service.resources().blkio());
    all.put("build", Service::build);
    all.put("cap_add", service -> service.security().capAdd());
    all.put("cap_drop", service -> service.security().capDrop());
    all.put("cgroup", service -> service.namespaces().cgroup());
    all.put("cgroup_parent", service -> service.namespaces().cgroupParent());
    all.put("command", Service::command);
    all.put("configs", Service::configs);
    all.put("container_name", Service::containerName);
    all.put("cpu_count", service -> service.resources().cpu().count());
    all.put("cpu_percent", service -> service.resources().cpu().percent());
    all.put("cpu_period", service -> service.resources().cpu().period());
    all.put("cpu_quota", service -> service.resources().cpu().quota());
    all.put("cpu_rt_period", service -> service.resources().cpu().rtPeriod());
    all.put("cpu_rt_runtime", service -> service.resources().cpu().rtRuntime());
    all.put("cpu_shares", service -> service.resources().cpu().shares());
    all.put("cpus", service -> service.resources().cpu().cpus());
    all.put("cpuset", service -> service.resources().cpu().cpuset());
    all.put("credential_spec", Service::credentialSpec);
  }

  private static void addSecond(Map<String, Function<Service, @Nullable Object>> all) {
    all.put("depends_on", Service::dependsOn);
    all.put("deploy", Service::deploy);
    all.put("develop", Service::develop);
    all.put("device_cgroup_rules", service -> service.devices().cgroupRules());
    all.put("devices", service -> service.devices().mappings());
    all.put("dns", service -> service.naming().dns());
    all.put("dns_opt", service -> service.naming().dnsOpt());
    all.put("dns_search", service -> service.naming().dnsSearch());
    all.put("domainname", service -> service.naming().domainname());
    all.put("entrypoint", Service::entrypoint);
    all.put("env_file", Service::envFiles);
    all.put("environment", Service::environment);
    all.put("expose", Service::expose);
    all.put("external_links", Service::externalLinks);
    all.put("extra_hosts", service -> service.naming().extraHosts());
    all.put("gpus", service -> service.devices().gpus());
    all.put("group_add", service -> service.security().groupAdd());
    all.put("healthcheck", Service::healthcheck);
    all.put("hostname", service -> service.naming().hostname());
    all.put("image", Service::image);
    all.put("init", service -> Objects.toString(service.init(), null));
    all.put("ipc", service -> service.namespaces().ipc());
    all.put("isolation", Service::isolation);
    all.put("label_file", Service::labelFiles);
    all.put("labels", Service::labels);
    all.put("links", Service::links);
    all.put("logging", Service::logging);
    all.put("mac_address", Service::macAddress);
    all.put("mem_limit", service -> service.resources().memory().limit());
    all.put("mem_reservation", service -> service.resources().memory().reservation());
    all.put("mem_swappiness", service -> service.resources().memory().swappiness());
    all.put("memswap_limit", service -> service.resources().memory().swapLimit());
    all.put("models", Service::models);
  }

  private static void addThird(Map<String, Function<Service, @Nullable Object>> all) {
    all.put("network_mode", Service::networkMode);
    all.put("networks", Service::networks);
    all.put("oom_kill_disable", service -> service.resources().memory().oomKillDisable());
    all.put("oom_score_adj", service -> service.resources().memory().oomScoreAdj());
    all.put("pid", service -> service.namespaces().pid());
    all.put("pids_limit", service -> service.resources().pidsLimit());
    all.put("platform", Service::platform);
    all.put("ports", Service::ports);
    all.put("post_start", service -> service.hooks().postStart());
    all.put("pre_start", service -> service.hooks().preStart());
    all.put("pre_stop", service -> service.hooks().preStop());
    all.put("privileged", service -> service.security().privileged());
    all.put("profiles", Service::profiles);
    all.put("provider", Service::provider);
    all.put("pull_policy", Service::pullPolicy);
    all.put("pull_refresh_after", Service::pullRefreshAfter);
    all.put("read_only", service -> service.security().readOnly());
    all.put("restart", Service::restart);
    all.put("runtime", Service::runtime);
    all.put("scale", Service::scale);
    all.put("secrets", Service::secrets);
    all.put("security_opt", service -> service.security().securityOpt());
    all.put("shm_size", service -> service.resources().memory().shmSize());
    all.put("stdin_open", Service::stdinOpen);
    all.put("stop_grace_period", Service::stopGracePeriod);
    all.put("stop_signal", Service::stopSignal);
    all.put("storage_opt", service -> service.resources().storageOpt());
    all.put("sysctls", Service::sysctls);
    all.put("tmpfs", Service::tmpfs);
    all.put("tty", Service::tty);
    all.put("ulimits", service -> service.resources().ulimits());
    all.put("use_api_socket", Service::useApiSocket);
    all.put("user", Service::user);
    all.put("userns_mode", service -> service.security().usernsMode());
    all.put("uts", service -> service.namespaces().uts());
    all.put("volumes", Service::volumes);
    all.put("volumes_from", Service::volumesFrom);
    all.put("working_dir", Service::workingDir);
  }
}
