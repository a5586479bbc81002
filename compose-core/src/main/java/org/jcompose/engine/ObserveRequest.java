package org.jcompose.engine;

import java.util.Set;

/**
 * What to look for.
 *
 * @param project whose containers, networks and volumes
 * @param networks names of networks of interest, whoever they belong to
 * @param volumes names of volumes of interest, whoever they belong to
 * @param images references of interest
 */
public record ObserveRequest(
    String project, Set<String> networks, Set<String> volumes, Set<String> images) {

  public ObserveRequest {
    networks = Set.copyOf(networks);
    volumes = Set.copyOf(volumes);
    images = Set.copyOf(images);
  }

  /** All of a project, and nothing else. */
  public static ObserveRequest of(String project) {
    return new ObserveRequest(project, Set.of(), Set.of(), Set.of());
  }
}
