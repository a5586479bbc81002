package org.jcompose.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a service's containers may take of block devices (Compose Specification, "blkio_config").
 *
 * @param weight from 10 to 1000 relative to other containers; null: the engine's default
 */
public record Blkio(
    @Nullable Integer weight,
    List<Weight> weightDevice,
    List<Throttle> deviceReadBps,
    List<Throttle> deviceReadIops,
    List<Throttle> deviceWriteBps,
    List<Throttle> deviceWriteIops) {

  public Blkio {
    weightDevice = List.copyOf(weightDevice);
    deviceReadBps = List.copyOf(deviceReadBps);
    deviceReadIops = List.copyOf(deviceReadIops);
    deviceWriteBps = List.copyOf(deviceWriteBps);
    deviceWriteIops = List.copyOf(deviceWriteIops);
  }

  /**
   * The weight on one device.
   *
   * @param path of the device on the host
   */
  public record Weight(String path, int weight) {}

  /**
   * The most that may be read or written on one device in a second.
   *
   * @param path of the device on the host
   * @param rate bytes or operations per second
   */
  public record Throttle(String path, long rate) {}
}
