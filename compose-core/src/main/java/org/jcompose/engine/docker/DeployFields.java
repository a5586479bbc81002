package org.jcompose.engine.docker;

import static org.jcompose.engine.docker.ServiceField.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jcompose.model.Deploy;
import org.jcompose.model.Deploy.Resource;
import org.jcompose.model.DeviceRequest;
import org.jcompose.model.Devices;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/**
 * What of {@code deploy} one engine can keep, and the devices that containers use. It takes
 * precedence over the attributes of the service itself, so it is written after them.
 */
final class DeployFields {

  private static final String REQUESTS = "DeviceRequests";

  /** The least and the most that a name of the Container Device Interface has: vendor/class=id. */
  private static final String CDI_NAME = "[A-Za-z][\\w.-]*/[A-Za-z][\\w.-]*=[\\w.:-]+";

  private DeployFields() {}

  static List<ServiceField> all() {
    List<ServiceField> all = new ArrayList<>(limits());
    all.add(
        host(
            "deploy.resources.reservations.memory",
            "MemoryReservation",
            service -> positive(reservations(service), Resource::memory)));
    all.add(requests("deploy.resources.reservations.devices", Features.DEVICE_REQUESTS));
    all.add(requests("devices", Features.CDI_DEVICES));
    all.add(requests("gpus", Features.DEVICE_REQUESTS));
    all.add(host("devices", "Devices", service -> mappings(service.devices())));
    all.add(
        host(
            "device_cgroup_rules",
            "DeviceCgroupRules",
            service -> service.devices().cgroupRules()));
    return all;
  }

  /** Whether a device is named by the Container Device Interface, rather than by its path. */
  static boolean isCdi(Devices.Mapping device) {
    return device.source().matches(CDI_NAME)
        && (device.target() == null || device.target().equals(device.source()));
  }

  private static List<ServiceField> limits() {
    return List.of(
        host(
            "deploy.resources.limits.cpus",
            "NanoCpus",
            service -> positive(limits(service), cpus -> ResourceFields.nanos(cpus.cpus()))),
        host(
            "deploy.resources.limits.memory",
            "Memory",
            service -> positive(limits(service), Resource::memory)),
        host(
            "deploy.resources.limits.pids",
            "PidsLimit",
            service -> positive(limits(service), Resource::pids)));
  }

  private static ServiceField requests(String attribute, Features needs) {
    return host(attribute, REQUESTS, needs, DeployFields::requests);
  }

  private static @Nullable Resource limits(Service service) {
    Deploy deploy = service.deploy();
    return deploy == null ? null : deploy.limits();
  }

  private static @Nullable Resource reservations(Service service) {
    Deploy deploy = service.deploy();
    return deploy == null ? null : deploy.reservations();
  }

  private static @Nullable Long positive(
      @Nullable Resource resource, Function<Resource, @Nullable Long> part) {
    Long value = resource == null ? null : part.apply(resource);
    return value == null || value <= 0 ? null : value;
  }

  private static @Nullable List<Map<String, Object>> mappings(Devices devices) {
    List<Map<String, Object>> mappings =
        devices.mappings().stream()
            .filter(device -> !isCdi(device))
            .map(DeployFields::mapping)
            .toList();
    return mappings.isEmpty() ? null : mappings;
  }

  private static Map<String, Object> mapping(Devices.Mapping device) {
    String target = device.target();
    String permissions = device.permissions();
    return Map.of(
        "PathOnHost",
        device.source(),
        "PathInContainer",
        target == null ? device.source() : target,
        "CgroupPermissions",
        permissions == null || permissions.isEmpty() ? "rwm" : permissions);
  }

  // All of them at once, whichever attribute asks: they share one field.
  private static @Nullable List<Map<String, Object>> requests(Service service) {
    List<Map<String, Object>> requests = new ArrayList<>();
    Resource reservations = reservations(service);
    if (reservations != null) {
      reservations.devices().forEach(each -> requests.add(request(each, each.capabilities())));
    }
    List<String> cdi =
        service.devices().mappings().stream()
            .filter(DeployFields::isCdi)
            .map(Devices.Mapping::source)
            .toList();
    if (!cdi.isEmpty()) {
      requests.add(Map.of("Driver", "cdi", "DeviceIDs", cdi));
    }
    service.devices().gpus().forEach(each -> requests.add(request(each, withGpu(each))));
    return requests.isEmpty() ? null : requests;
  }

  private static List<String> withGpu(DeviceRequest request) {
    List<String> capabilities = new ArrayList<>(request.capabilities());
    if (!capabilities.contains("gpu")) {
      capabilities.add("gpu");
    }
    return capabilities;
  }

  private static Map<String, Object> request(DeviceRequest device, List<String> capabilities) {
    Map<String, Object> request = new LinkedHashMap<>();
    String driver = device.driver();
    request.put("Driver", driver == null ? "" : driver);
    request.put("Count", device.count() == null ? 0 : device.count());
    request.put("DeviceIDs", device.deviceIds());
    request.put("Capabilities", List.of(capabilities));
    request.put("Options", device.options());
    return request;
  }
}
