package org.jcompose.engine.docker;

import static org.jcompose.engine.docker.ServiceField.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jcompose.model.Blkio;
import org.jcompose.model.Cpu;
import org.jcompose.model.Memory;
import org.jcompose.model.Ulimit;
import org.jspecify.annotations.Nullable;

/** What a service's containers may take of their host. */
final class ResourceFields {

  private ResourceFields() {}

  static List<ServiceField> all() {
    List<ServiceField> all = new ArrayList<>(processors());
    all.addAll(memory());
    all.addAll(blockDevices());
    all.add(host("pids_limit", "PidsLimit", service -> service.resources().pidsLimit()));
    all.add(host("ulimits", "Ulimits", service -> ulimits(service.resources().ulimits())));
    all.add(host("storage_opt", "StorageOpt", service -> service.resources().storageOpt()));
    return all;
  }

  /** A number of processors as the engine counts them, with the precision of Docker Compose. */
  static @Nullable Long nanos(@Nullable Float cpus) {
    return cpus == null ? null : Long.valueOf((long) (cpus * 1e9f));
  }

  private static List<ServiceField> processors() {
    return List.of(
        cpu("cpu_count", "CpuCount", Cpu::count),
        cpu("cpu_percent", "CpuPercent", cpu -> rounded(cpu.percent())),
        cpu("cpu_period", "CpuPeriod", Cpu::period),
        cpu("cpu_quota", "CpuQuota", Cpu::quota),
        cpu("cpu_rt_period", "CpuRealtimePeriod", Cpu::rtPeriod),
        cpu("cpu_rt_runtime", "CpuRealtimeRuntime", Cpu::rtRuntime),
        cpu("cpu_shares", "CpuShares", Cpu::shares),
        cpu("cpus", "NanoCpus", cpu -> nanos(cpu.cpus())),
        cpu("cpuset", "CpusetCpus", Cpu::cpuset));
  }

  private static List<ServiceField> memory() {
    return List.of(
        memory("mem_limit", "Memory", Memory::limit),
        memory("mem_reservation", "MemoryReservation", Memory::reservation),
        memory("mem_swappiness", "MemorySwappiness", Memory::swappiness),
        memory("memswap_limit", "MemorySwap", Memory::swapLimit),
        memory("oom_kill_disable", "OomKillDisable", Memory::oomKillDisable),
        memory("oom_score_adj", "OomScoreAdj", Memory::oomScoreAdj),
        memory("shm_size", "ShmSize", Memory::shmSize));
  }

  private static ServiceField cpu(String attribute, String field, Part<Cpu> part) {
    return host(attribute, field, service -> part.apply(service.resources().cpu()));
  }

  private static ServiceField memory(String attribute, String field, Part<Memory> part) {
    return host(attribute, field, service -> part.apply(service.resources().memory()));
  }

  private static @Nullable Integer rounded(@Nullable Float percent) {
    return percent == null ? null : Integer.valueOf(Math.round(percent));
  }

  private static List<ServiceField> blockDevices() {
    return List.of(
        blkio("weight", "BlkioWeight", Blkio::weight),
        blkio(
            "weight_device",
            "BlkioWeightDevice",
            blkio -> each(blkio.weightDevice(), ResourceFields::weight)),
        throttles("device_read_bps", "BlkioDeviceReadBps", Blkio::deviceReadBps),
        throttles("device_read_iops", "BlkioDeviceReadIOps", Blkio::deviceReadIops),
        throttles("device_write_bps", "BlkioDeviceWriteBps", Blkio::deviceWriteBps),
        throttles("device_write_iops", "BlkioDeviceWriteIOps", Blkio::deviceWriteIops));
  }

  private static ServiceField throttles(
      String attribute, String field, Function<Blkio, List<Blkio.Throttle>> part) {
    return blkio(attribute, field, blkio -> each(part.apply(blkio), ResourceFields::throttle));
  }

  private static ServiceField blkio(String attribute, String field, Part<Blkio> part) {
    return host(
        "blkio_config." + attribute,
        field,
        service -> part.apply(Objects.requireNonNull(service.resources().blkio())));
  }

  private static <T> List<Map<String, Object>> each(
      List<T> all, Function<T, Map<String, Object>> element) {
    return all.stream().map(element).toList();
  }

  private static Map<String, Object> weight(Blkio.Weight weight) {
    return Map.of("Path", weight.path(), "Weight", weight.weight());
  }

  private static Map<String, Object> throttle(Blkio.Throttle throttle) {
    return Map.of("Path", throttle.path(), "Rate", throttle.rate());
  }

  private static List<Map<String, Object>> ulimits(Map<String, Ulimit> ulimits) {
    List<Map<String, Object>> all = new ArrayList<>();
    ulimits.forEach(
        (name, ulimit) ->
            all.add(
                Map.of(
                    "Name",
                    name,
                    "Soft",
                    limit(ulimit.soft(), ulimit.single()),
                    "Hard",
                    limit(ulimit.hard(), ulimit.single()))));
    return all;
  }

  private static long limit(@Nullable Long own, @Nullable Long single) {
    if (own != null && own != 0) {
      return own;
    }
    return single == null ? 0 : single;
  }

  /** A part of what a service says of one kind of resource. */
  @FunctionalInterface
  private interface Part<T> {
    @Nullable Object apply(T from);
  }
}
