package org.jcompose.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request for devices that a driver provides (Compose Specification, "gpus", and {@code devices}
 * of {@code deploy.resources.reservations}).
 *
 * @param capabilities {@code gpu}, {@code tpu}, or what else the driver knows
 * @param driver null: any
 * @param count how many; -1: all; null or 0: those of {@code deviceIds}
 * @param deviceIds excludes a count
 * @param options of the driver
 */
public record DeviceRequest(
    List<String> capabilities,
    @Nullable String driver,
    @Nullable Long count,
    List<String> deviceIds,
    Map<String, String> options) {

  public DeviceRequest {
    capabilities = List.copyOf(capabilities);
    deviceIds = List.copyOf(deviceIds);
    options = Ordered.copy(options);
  }
}
