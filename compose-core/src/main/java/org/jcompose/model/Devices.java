package org.jcompose.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The devices that a service's containers can use.
 *
 * @param mappings devices of the host, or names of the Container Device Interface
 * @param cgroupRules as the kernel's control groups write them: {@code c 1:3 mr}
 */
public record Devices(List<Mapping> mappings, List<String> cgroupRules, List<DeviceRequest> gpus) {

  private static final Devices NONE = new Devices(List.of(), List.of(), List.of());

  public Devices {
    mappings = List.copyOf(mappings);
    cgroupRules = List.copyOf(cgroupRules);
    gpus = List.copyOf(gpus);
  }

  /**
   * A device of the host in the container (Compose Specification, "devices").
   *
   * @param target null: the source
   * @param permissions of {@code r}, {@code w} and {@code m}; null: the engine's default
   */
  public record Mapping(String source, @Nullable String target, @Nullable String permissions) {}

  /** No devices but the engine's usual ones. */
  public static Devices none() {
    return NONE;
  }
}
