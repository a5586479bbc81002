package org.jcompose.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jcompose.model.Blkio;
import org.jcompose.model.Cpu;
import org.jcompose.model.Deploy;
import org.jcompose.model.DeviceRequest;
import org.jcompose.model.Devices;
import org.jcompose.model.Logging;
import org.jcompose.model.Memory;
import org.jcompose.model.Namespaces;
import org.jcompose.model.Naming;
import org.jcompose.model.Resources;
import org.jcompose.model.Service;
import org.jcompose.model.Ulimit;
import org.jcompose.testing.TestEngine;
import org.junit.jupiter.api.Test;

/** That what a service may take of its host is what a real container may take. */
abstract class ResourceAttributes extends RealContainers {

  private static final long MB = 1024 * 1024;

  ResourceAttributes(TestEngine engineUnderTest) {
    super(engineUnderTest);
  }

  @Test
  void processorsAreShared() {
    Cpu cpu = new Cpu(null, null, 50_000L, 25_000L, null, null, null, "0", 512L);
    assertThat(
            values(
                created(says("true").resources(resources(cpu, Memory.unlimited()))),
                "HostConfig.CpuPeriod",
                "HostConfig.CpuQuota",
                "HostConfig.CpusetCpus",
                "HostConfig.CpuShares"))
        .isEqualTo(
            """
            HostConfig.CpuPeriod: 50000
            HostConfig.CpuQuota: 25000
            HostConfig.CpusetCpus: 0
            HostConfig.CpuShares: 512
            """);
  }

  @Test
  void processorsAreCountedInFractions() {
    Cpu cpu = new Cpu(null, null, null, null, null, null, 0.1f, null, null);
    Json container = created(says("true").resources(resources(cpu, Memory.unlimited())));
    assertThat(at(container, "HostConfig.NanoCpus")).hasToString("100000000");
  }

  @Test
  void memoryIsLimited() {
    Memory memory = new Memory(64 * MB, 32 * MB, 96 * MB, 10L, 8 * MB, true, 100L);
    assertThat(
            values(
                created(says("true").resources(resources(Cpu.unlimited(), memory))),
                "HostConfig.Memory",
                "HostConfig.MemoryReservation",
                "HostConfig.MemorySwap",
                "HostConfig.MemorySwappiness",
                "HostConfig.ShmSize",
                "HostConfig.OomKillDisable",
                "HostConfig.OomScoreAdj"))
        .isEqualTo(
            """
            HostConfig.Memory: 67108864
            HostConfig.MemoryReservation: 33554432
            HostConfig.MemorySwap: 100663296
            HostConfig.MemorySwappiness: 10
            HostConfig.ShmSize: 8388608
            HostConfig.OomKillDisable: true
            HostConfig.OomScoreAdj: 100
            """);
  }

  @Test
  void processesAndFilesAreLimited() {
    Resources resources =
        new Resources(
            Cpu.unlimited(),
            Memory.unlimited(),
            null,
            77L,
            Map.of("nofile", new Ulimit(null, 1000L, 2000L), "core", Ulimit.of(0)),
            Map.of());
    Service.Builder service = says("ulimit -Sn; ulimit -Hn; ulimit -c").resources(resources);
    assertThat(at(created(service), "HostConfig.PidsLimit")).hasToString("77");
    engine.removeContainer(project + "-web-1", true);
    assertThat(output(spec(service))).containsExactly("1000", "2000", "0");
  }

  @Test
  void blockDevicesAreLimited() {
    assumeFalse(isPodman(), "Podman insists on a device that is there");
    List<Blkio.Throttle> rate = List.of(new Blkio.Throttle("/dev/null", 1000));
    Blkio blkio =
        new Blkio(300, List.of(new Blkio.Weight("/dev/null", 200)), rate, rate, rate, rate);
    Resources resources =
        new Resources(Cpu.unlimited(), Memory.unlimited(), blkio, null, Map.of(), Map.of());
    List<String> warnings = new ArrayList<>();
    String id = engine.createContainer(spec(says("true").resources(resources)), warnings::add);
    Json container = ask("/containers/" + id + "/json");
    if (warnings.isEmpty()) {
      assertThat(values(container, "HostConfig.BlkioWeight", "HostConfig.BlkioWeightDevice"))
          .isEqualTo(
              """
              HostConfig.BlkioWeight: 300
              HostConfig.BlkioWeightDevice: [{Path=/dev/null, Weight=200}]
              """);
    } else {
      assertThat(warnings).allMatch(warning -> warning.contains("Block I/O weight"));
    }
    for (String field : List.of("ReadBps", "ReadIOps", "WriteBps", "WriteIOps")) {
      assertThat(at(container, "HostConfig.BlkioDevice" + field))
          .hasToString("[{Path=/dev/null, Rate=1000}]");
    }
  }

  @Test
  void deployTakesPrecedence() {
    Deploy.Resource limits = new Deploy.Resource(0.5f, 64 * MB, 50L, List.of(), List.of());
    Deploy.Resource reservations = new Deploy.Resource(null, 16 * MB, null, List.of(), List.of());
    Deploy.RestartPolicy policy = new Deploy.RestartPolicy("on-failure", null, 3L, null);
    Deploy deploy =
        new Deploy(
            null,
            null,
            Map.of(),
            null,
            null,
            limits,
            reservations,
            policy,
            Deploy.Placement.anywhere(),
            null);
    Memory memory = new Memory(128 * MB, 64 * MB, null, null, null, false, null);
    Cpu cpu = new Cpu(null, null, null, null, null, null, 1f, null, null);
    assertThat(
            values(
                created(
                    says("true")
                        .restart("always")
                        .resources(resources(cpu, memory))
                        .deploy(deploy)),
                "HostConfig.NanoCpus",
                "HostConfig.Memory",
                "HostConfig.MemoryReservation",
                "HostConfig.PidsLimit",
                "HostConfig.RestartPolicy.Name",
                "HostConfig.RestartPolicy.MaximumRetryCount"))
        .isEqualTo(
            """
            HostConfig.NanoCpus: 500000000
            HostConfig.Memory: 67108864
            HostConfig.MemoryReservation: 16777216
            HostConfig.PidsLimit: 50
            HostConfig.RestartPolicy.Name: on-failure
            HostConfig.RestartPolicy.MaximumRetryCount: 3
            """);
  }

  @Test
  void devicesOfTheHostAreThere() {
    Devices devices =
        new Devices(
            List.of(new Devices.Mapping("/dev/null", "/dev/nothing", "rw")),
            List.of("c 1:3 mr"),
            List.of());
    Service.Builder service = says("test -c /dev/nothing && echo there").devices(devices);
    Json container = created(service);
    assertThat(at(container, "HostConfig.Devices.0.PathInContainer")).isEqualTo("/dev/nothing");
    if (!isPodman()) {
      assertThat(at(container, "HostConfig.DeviceCgroupRules")).hasToString("[c 1:3 mr]");
    }
    engine.removeContainer(project + "-web-1", true);
    assertThat(output(spec(service))).containsExactly("there");
  }

  @Test
  void devicesOfDriversAreAskedFor() {
    assumeFalse(isPodman(), "Podman asks for the devices while it creates the container");
    DeviceRequest gpu =
        new DeviceRequest(List.of("utility"), "nvidia", null, List.of("0"), Map.of("a", "b"));
    Json container = created(says("true").devices(new Devices(List.of(), List.of(), List.of(gpu))));
    assertThat(
            values(
                container,
                "HostConfig.DeviceRequests.0.Driver",
                "HostConfig.DeviceRequests.0.DeviceIDs",
                "HostConfig.DeviceRequests.0.Capabilities",
                "HostConfig.DeviceRequests.0.Options"))
        .isEqualTo(
            """
            HostConfig.DeviceRequests.0.Driver: nvidia
            HostConfig.DeviceRequests.0.DeviceIDs: [0]
            HostConfig.DeviceRequests.0.Capabilities: [[utility, gpu]]
            HostConfig.DeviceRequests.0.Options: {a=b}
            """);
  }

  @Test
  void surroundingsOfTheProcessAreSet() {
    Naming naming =
        new Naming(
            null,
            null,
            Map.of("db.test", List.of("10.7.7.7", "fd00::7")),
            List.of(),
            List.of(),
            List.of());
    Service.Builder service =
        says("grep db.test /etc/hosts | tr '\\t' ' '; cat /proc/sys/net/ipv4/ip_default_ttl")
            .naming(naming)
            .sysctls(Map.of("net.ipv4.ip_default_ttl", "77"))
            .namespaces(new Namespaces("private", null, "private", null, null));
    assertThat(output(spec(service)))
        .containsExactlyInAnyOrder("10.7.7.7 db.test", "fd00::7 db.test", "77");
    Json container = ask("/containers/" + project + "-web-1/json");
    assertThat(at(container, "HostConfig.IpcMode")).isEqualTo("private");
    assertThat(at(container, "HostConfig.CgroupnsMode")).isEqualTo("private");
  }

  @Test
  void engineGetsItsOwnSettings() {
    assumeFalse(isPodman(), "Podman names its runtimes and places of logs in another way");
    Service.Builder service =
        says("true")
            .annotations(Map.of("org.example.a", "b"))
            .logging(new Logging("json-file", Map.of("max-size", "1m")))
            .runtime("runc")
            .isolation("default")
            .platform(
                "linux/"
                    + ask("/info")
                        .text("Architecture")
                        .replace("x86_64", "amd64")
                        .replace("aarch64", "arm64"))
            .namespaces(new Namespaces(null, "/jcompose-test", "shareable", "host", "host"));
    Json container = created(service);
    assertThat(
            values(
                container,
                "HostConfig.LogConfig",
                "HostConfig.Runtime",
                "HostConfig.CgroupParent",
                "HostConfig.IpcMode",
                "HostConfig.PidMode",
                "HostConfig.UTSMode"))
        .isEqualTo(
            """
            HostConfig.LogConfig: {Type=json-file, Config={max-size=1m}}
            HostConfig.Runtime: runc
            HostConfig.CgroupParent: /jcompose-test
            HostConfig.IpcMode: shareable
            HostConfig.PidMode: host
            HostConfig.UTSMode: host
            """);
    if (Features.ANNOTATIONS.isIn(version())) {
      assertThat(at(container, "HostConfig.Annotations")).hasToString("{org.example.a=b}");
    }
  }

  private static Resources resources(Cpu cpu, Memory memory) {
    return new Resources(cpu, memory, null, null, Map.of(), Map.of());
  }
}
