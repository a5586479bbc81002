package org.jcompose.engine;

import java.util.List;
import java.util.Map;

/**
 * What an engine held of a project when it was looked at.
 *
 * @param containers by service, number, then name
 * @param networks by name, those asked for included
 * @param volumes by name, those asked for included
 * @param images of the references asked for, those present, with the id of each
 */
public record Observed(
    List<ContainerState> containers,
    List<NetworkState> networks,
    List<VolumeState> volumes,
    Map<String, String> images) {

  private static final Observed NOTHING = new Observed(List.of(), List.of(), List.of(), Map.of());

  public Observed {
    containers = containers.stream().sorted(ContainerState.ORDER).toList();
    networks = List.copyOf(networks);
    volumes = List.copyOf(volumes);
    images = Map.copyOf(images);
  }

  public static Observed nothing() {
    return NOTHING;
  }

  /** The containers of a service, by number; those of one-off runs are left out. */
  public List<ContainerState> containersOf(String service) {
    return containers.stream()
        .filter(container -> container.service().equals(service) && !container.oneOff())
        .toList();
  }

  /**
   * A network that exists.
   *
   * @param labels as at the engine
   */
  public record NetworkState(String id, String name, Map<String, String> labels) {
    public NetworkState {
      labels = Map.copyOf(labels);
    }
  }

  /** A volume that exists. */
  public record VolumeState(String name, Map<String, String> labels) {
    public VolumeState {
      labels = Map.copyOf(labels);
    }
  }
}
