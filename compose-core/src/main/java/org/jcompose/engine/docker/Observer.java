package org.jcompose.engine.docker;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.NotFoundException;
import org.jcompose.engine.ObserveRequest;
import org.jcompose.engine.Observed;
import org.jcompose.engine.Observed.NetworkState;
import org.jcompose.engine.Observed.VolumeState;

/** Looks at a project in as few calls as there are kinds of things. */
final class Observer {

  private final Daemon daemon;

  Observer(Daemon daemon) {
    this.daemon = daemon;
  }

  Observed observe(ObserveRequest request) {
    List<NetworkState> networks = networks(request.project(), request.networks());
    return new Observed(
        containers(request, networks),
        networks,
        volumes(request.project(), request.volumes()),
        images(request.images()));
  }

  ContainerState inspect(String nameOrId) {
    return ContainerReader.inspected(inspectJson(nameOrId));
  }

  Json inspectJson(String nameOrId) {
    return daemon.get(
        "look at container '" + nameOrId + "'", "/containers/" + Daemon.encode(nameOrId) + "/json");
  }

  /** The volumes that were made for the configs and secrets of a container; none, if it is gone. */
  List<String> fileVolumes(String nameOrId) {
    Json container;
    try {
      container = inspectJson(nameOrId);
    } catch (NotFoundException gone) {
      return List.of();
    }
    String folders = container.at("Config").texts("Labels").getOrDefault(FileRequests.LABEL, "");
    return container.list("Mounts").stream()
        .filter(mount -> FileRequests.isFolder(folders, mount.text("Destination")))
        .filter(mount -> mount.text("Type").equals("volume"))
        .map(mount -> mount.text("Name"))
        .toList();
  }

  /**
   * The id of an image.
   *
   * @throws NotFoundException if it is not there
   */
  String imageId(String image) {
    return imageJson(image).text("Id");
  }

  Json imageJson(String image) {
    return daemon.get("look at image '" + image + "'", "/images/" + image + "/json");
  }

  /** The networks among the given names that exist. */
  Set<String> existingNetworks(Set<String> names) {
    return named(names, "networks", Observer::networkList).keySet();
  }

  /** The volumes among the given names that exist. */
  Set<String> existingVolumes(Set<String> names) {
    return named(names, "volumes", Observer::volumeList).keySet();
  }

  private List<ContainerState> containers(ObserveRequest request, List<NetworkState> networks) {
    Map<String, String> ids = new HashMap<>();
    request.networks().forEach(name -> ids.put(name, ""));
    networks.forEach(network -> ids.put(network.name(), network.id()));
    return daemon
        .get("list containers", "/containers/json?all=1&" + Filters.project(request.project()))
        .list()
        .stream()
        .map(container -> ContainerReader.summary(container, ids))
        .toList();
  }

  private List<NetworkState> networks(String project, Set<String> names) {
    return found(project, names, "networks", Observer::networkList).values().stream()
        .map(each -> new NetworkState(each.text("Id"), each.text("Name"), each.texts("Labels")))
        .toList();
  }

  private List<VolumeState> volumes(String project, Set<String> names) {
    return found(project, names, "volumes", Observer::volumeList).values().stream()
        .map(each -> new VolumeState(each.text("Name"), each.texts("Labels")))
        .toList();
  }

  private static List<Json> networkList(Json answer) {
    return answer.list();
  }

  private static List<Json> volumeList(Json answer) {
    return answer.list("Volumes");
  }

  /** By name, what carries the project's label or has one of the names. */
  private Map<String, Json> found(
      String project, Set<String> names, String kind, Function<Json, List<Json>> list) {
    Map<String, Json> found = new TreeMap<>();
    Json own = daemon.get("list " + kind, "/" + kind + "?" + Filters.project(project));
    list.apply(own).forEach(each -> found.put(each.text("Name"), each));
    Set<String> missing = new TreeSet<>(names);
    missing.removeAll(found.keySet());
    found.putAll(named(missing, kind, list));
    return found;
  }

  // The filter finds parts of names, too.
  private Map<String, Json> named(Set<String> names, String kind, Function<Json, List<Json>> list) {
    Map<String, Json> found = new TreeMap<>();
    if (!names.isEmpty()) {
      String filter = Filters.parameter(Map.of("name", new TreeSet<>(names)));
      Json answer = daemon.get("list " + kind, "/" + kind + "?" + filter);
      list.apply(answer).stream()
          .filter(each -> names.contains(each.text("Name")))
          .forEach(each -> found.put(each.text("Name"), each));
    }
    return found;
  }

  private Map<String, String> images(Set<String> references) {
    Map<String, String> images = new LinkedHashMap<>();
    for (String reference : references) {
      presentImage(reference).ifPresent(id -> images.put(reference, id));
    }
    return images;
  }

  private Optional<String> presentImage(String reference) {
    try {
      return Optional.of(imageId(reference));
    } catch (NotFoundException absent) {
      return Optional.empty();
    }
  }
}
