package org.jcompose.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcompose.model.Blkio;
import org.jcompose.model.Cpu;
import org.jcompose.model.Devices;
import org.jcompose.model.Logging;
import org.jcompose.model.Memory;
import org.jcompose.model.Namespaces;
import org.jcompose.model.Resources;
import org.jcompose.model.Service;
import org.jcompose.model.Ulimit;
import org.jcompose.yaml.Node.Entry;
import org.jspecify.annotations.Nullable;

/** Gives a service what its containers share, may take, and run as. */
final class ContainerBinder {

  private ContainerBinder() {}

  static void bind(View view, Service.Builder service) {
    service
        .annotations(view.textMap("annotations"))
        .attach(view.bool("attach"))
        .volumesFrom(view.texts("volumes_from"))
        .networkMode(view.nonEmpty("network_mode"))
        .macAddress(view.nonEmpty("mac_address"))
        .links(view.texts("links"))
        .externalLinks(view.texts("external_links"))
        .namespaces(namespaces(view))
        .resources(resources(view))
        .sysctls(view.textMap("sysctls"))
        .logging(view.has("logging") ? logging(view.view("logging")) : null)
        .platform(view.nonEmpty("platform"))
        .runtime(view.nonEmpty("runtime"))
        .isolation(view.nonEmpty("isolation"))
        .pullPolicy(pullPolicy(view))
        .useApiSocket(view.isOn("use_api_socket"));
  }

  private static @Nullable String pullPolicy(View view) {
    String policy = view.nonEmpty("pull_policy");
    return "if_not_present".equals(policy) ? "missing" : policy;
  }

  private static Namespaces namespaces(View view) {
    return new Namespaces(
        view.nonEmpty("cgroup"),
        view.nonEmpty("cgroup_parent"),
        view.nonEmpty("ipc"),
        view.nonEmpty("pid"),
        view.nonEmpty("uts"));
  }

  /** Devices of the host; those that a driver provides are in other attributes. */
  static List<Devices.Mapping> devices(View service) {
    List<Devices.Mapping> devices = new ArrayList<>();
    for (View view : service.views("devices")) {
      devices.add(
          new Devices.Mapping(
              view.textOrEmpty("source"), view.nonEmpty("target"), view.nonEmpty("permissions")));
    }
    return devices;
  }

  private static Logging logging(View view) {
    return new Logging(view.nonEmpty("driver"), view.textMap("options"));
  }

  private static Resources resources(View view) {
    return new Resources(
        cpu(view),
        memory(view),
        view.has("blkio_config") ? blkio(view.view("blkio_config")) : null,
        view.nonZero("pids_limit"),
        ulimits(view),
        view.textMap("storage_opt"));
  }

  private static Cpu cpu(View view) {
    Long percent = view.nonZero("cpu_percent");
    return new Cpu(
        view.nonZero("cpu_count"),
        percent == null ? null : percent.floatValue(),
        view.nonZero("cpu_period"),
        view.nonZero("cpu_quota"),
        view.nonZero("cpu_rt_period"),
        view.nonZero("cpu_rt_runtime"),
        cpus(view.text("cpus")),
        view.nonEmpty("cpuset"),
        view.nonZero("cpu_shares"));
  }

  private static @Nullable Float cpus(@Nullable String text) {
    float cpus = text == null ? 0 : Float.parseFloat(text);
    return cpus == 0 ? null : Float.valueOf(cpus);
  }

  private static Memory memory(View view) {
    return new Memory(
        view.nonZero("mem_limit"),
        view.nonZero("mem_reservation"),
        view.nonZero("memswap_limit"),
        view.nonZero("mem_swappiness"),
        view.nonZero("shm_size"),
        view.isOn("oom_kill_disable"),
        view.nonZero("oom_score_adj"));
  }

  private static Blkio blkio(View view) {
    return new Blkio(
        view.integer("weight"),
        view.views("weight_device").stream()
            .map(one -> new Blkio.Weight(one.textOrEmpty("path"), (int) one.orZero("weight")))
            .toList(),
        throttles(view, "device_read_bps"),
        throttles(view, "device_read_iops"),
        throttles(view, "device_write_bps"),
        throttles(view, "device_write_iops"));
  }

  private static List<Blkio.Throttle> throttles(View view, String attribute) {
    return view.views(attribute).stream()
        .map(one -> new Blkio.Throttle(one.textOrEmpty("path"), one.orZero("rate")))
        .toList();
  }

  /** Also those of a build. */
  static Map<String, Ulimit> ulimits(View view) {
    Map<String, Ulimit> ulimits = new LinkedHashMap<>();
    for (Entry entry : view.entries("ulimits")) {
      View limit = View.of(entry.value());
      ulimits.put(
          entry.key(),
          new Ulimit(limit.number("single"), limit.number("soft"), limit.number("hard")));
    }
    return ulimits;
  }

  /** Addresses by host name; also those of a build. */
  static Map<String, List<String>> extraHosts(View view) {
    Map<String, List<String>> hosts = new LinkedHashMap<>();
    View all = view.view("extra_hosts");
    all.entries().forEach(entry -> hosts.put(entry.key(), all.texts(entry.key())));
    return hosts;
  }
}
