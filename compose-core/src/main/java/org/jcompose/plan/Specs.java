package org.jcompose.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jcompose.engine.ComposeLabels;
import org.jcompose.engine.ContainerFile;
import org.jcompose.engine.ContainerFile.Kind;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.engine.NetworkSpec;
import org.jcompose.engine.ServiceSpec;
import org.jcompose.engine.VolumeSpec;
import org.jcompose.model.FileObject;
import org.jcompose.model.FileReference;
import org.jcompose.model.Mount;
import org.jcompose.model.Network;
import org.jcompose.model.NetworkUse;
import org.jcompose.model.Project;
import org.jcompose.model.Service;
import org.jcompose.model.Volume;
import org.jspecify.annotations.Nullable;

/** Makes specs with the names, labels and aliases that Docker Compose gives. */
final class Specs {

  /** The Docker Compose whose rules are followed; it stands in its label. */
  static final String FOLLOWED_VERSION = "2.40.3";

  private static final String PRE_START = "pre_start";

  private static final Comparator<Map.Entry<String, NetworkUse>> BY_PRIORITY =
      Comparator.comparingInt((Map.Entry<String, NetworkUse> use) -> priority(use.getValue()))
          .reversed();

  private final Project project;
  private final Hashes hashes;
  private final Map<String, String> serviceHashes = new HashMap<>();

  Specs(Project project, Hashes hashes) {
    this.project = project;
    this.hashes = hashes;
  }

  String containerName(Service service, int number) {
    String own = service.containerName();
    return own == null ? project.name() + "-" + service.name() + "-" + number : own;
  }

  String serviceName(Service service) {
    return project.name() + "_" + service.name();
  }

  String hash(Service service) {
    return serviceHashes.computeIfAbsent(service.name(), name -> hashes.service().apply(service));
  }

  /** The hash of a service that shares something with containers of others. */
  String hash(Service service, UnaryOperator<String> containerOf) {
    return hashes.service().apply(Sharing.hashed(service, containerOf));
  }

  NetworkSpec network(Network network) {
    Map<String, String> labels = labels(network.labels());
    labels.put(ComposeLabels.NETWORK, network.key());
    labels.put(ComposeLabels.CONFIG_HASH, hashes.network().apply(network));
    return new NetworkSpec(network, labels);
  }

  VolumeSpec volume(Volume volume) {
    Map<String, String> labels = labels(volume.labels());
    labels.put(ComposeLabels.VOLUME, volume.key());
    labels.put(ComposeLabels.CONFIG_HASH, hashes.volume().apply(volume));
    return new VolumeSpec(volume, labels);
  }

  ContainerSpec container(Service service, int number) {
    String name = containerName(service, number);
    Map<String, String> labels = serviceLabels(service);
    labels.put(ComposeLabels.CONTAINER_NUMBER, String.valueOf(number));
    labels.put(ComposeLabels.ONE_OFF, "False");
    Map<String, NetworkUse> networks = networks(service, List.of(name, service.name()));
    return new ContainerSpec(
        project.name(),
        service.toBuilder().links(links(service)).build(),
        number,
        name,
        labels,
        networks,
        mounts(service),
        files(service),
        null);
  }

  /**
   * The spec of a container that is to take the place of another, under a name until then.
   *
   * @param predecessor whose anonymous volumes it takes over, or null
   */
  ContainerSpec replacement(
      Service service, int number, String name, @Nullable String predecessor) {
    ContainerSpec spec = container(service, number);
    Map<String, String> labels = new HashMap<>(spec.labels());
    String own = service.containerName();
    labels.put(ComposeLabels.REPLACE, own == null ? service.name() + "-" + number : own);
    return spec.inPlaceOf(predecessor, name, labels);
  }

  /**
   * The spec of a container that runs a {@code pre_start} hook for the given one, whose volumes it
   * sees (Compose Specification, "pre_start").
   */
  ContainerSpec preStart(Service service, int index, String container) {
    String name = project.name() + "-" + service.name() + "-" + PRE_START + "-" + index;
    Map<String, String> labels = labels(service.labels());
    labels.put(ComposeLabels.SERVICE, service.name());
    labels.put(ComposeLabels.ONE_OFF, "True");
    labels.put(ComposeLabels.HOOK, PRE_START);
    Service hooked = HookService.of(service, service.hooks().preStart().get(index), container);
    Map<String, NetworkUse> networks = new LinkedHashMap<>();
    NetworkUse use = NetworkUse.builder().aliases(List.of(name)).build();
    networks(service, List.of()).keySet().forEach(network -> networks.put(network, use));
    return new ContainerSpec(project.name(), hooked, 1, name, labels, networks, mounts(hooked));
  }

  /** The completion of a service's specs by the containers that it shares something with. */
  Step.CreateContainer.Late late(Service service, Map<String, String> containers) {
    if (containers.isEmpty()) {
      return Step.CreateContainer.Late.nothing();
    }
    return (spec, idOfContainer) -> {
      UnaryOperator<String> idOf = name -> idOfContainer.apply(containers.getOrDefault(name, name));
      Map<String, String> labels = new HashMap<>(spec.labels());
      labels.computeIfPresent(ComposeLabels.CONFIG_HASH, (label, hash) -> hash(service, idOf));
      return spec.with(Sharing.resolved(spec.service(), idOf), labels);
    };
  }

  ServiceSpec service(Service service) {
    Map<String, NetworkUse> networks = networks(service, List.of(service.name()));
    return new ServiceSpec(
        project.name(),
        service,
        serviceName(service),
        serviceLabels(service),
        networks,
        mounts(service));
  }

  private Map<String, String> labels(Map<String, String> own) {
    Map<String, String> labels = new HashMap<>(own);
    labels.put(ComposeLabels.PROJECT, project.name());
    labels.put(ComposeLabels.VERSION, FOLLOWED_VERSION);
    return labels;
  }

  private Map<String, String> serviceLabels(Service service) {
    Map<String, String> labels = labels(service.labels());
    labels.put(ComposeLabels.SERVICE, service.name());
    labels.put(ComposeLabels.CONFIG_HASH, hash(service));
    labels.put(ComposeLabels.WORKING_DIR, project.workingDir().toString());
    labels.put(
        ComposeLabels.CONFIG_FILES,
        project.files().stream().map(Path::toString).collect(Collectors.joining(",")));
    labels.put(ComposeLabels.DEPENDS_ON, DependsOnLabel.of(service));
    return labels;
  }

  private Map<String, NetworkUse> networks(Service service, List<String> ownAliases) {
    Map<String, NetworkUse> networks = new LinkedHashMap<>();
    service.networks().entrySet().stream()
        .sorted(BY_PRIORITY)
        .forEach(
            use -> {
              Network network = project.networks().get(use.getKey());
              if (network != null) {
                networks.put(network.name(), withAliases(use.getValue(), ownAliases));
              }
            });
    return networks;
  }

  private static int priority(NetworkUse use) {
    Integer priority = use.priority();
    return priority == null ? 0 : priority;
  }

  private static NetworkUse withAliases(NetworkUse use, List<String> own) {
    List<String> aliases = new ArrayList<>(own);
    aliases.addAll(use.aliases());
    return use.toBuilder().aliases(aliases.stream().distinct().toList()).bare(false).build();
  }

  /** The containers linked to, under all names that Docker Compose gives them. */
  private List<String> links(Service service) {
    List<String> links = new ArrayList<>();
    for (String link : service.links()) {
      String[] parts = link.split(":", 2);
      Service linked = project.services().get(parts[0]);
      if (linked != null) {
        addLinks(links, linked, parts[parts.length - 1]);
      }
    }
    return links.stream().distinct().toList();
  }

  private void addLinks(List<String> links, Service linked, String alias) {
    for (int number = 1; number <= linked.replicas(); number++) {
      String container = containerName(linked, number) + ":";
      String numbered = linked.name() + "-" + number;
      links.add(container + alias);
      links.add(container + numbered);
      links.add(container + project.name() + "-" + numbered);
    }
  }

  private List<ContainerFile> files(Service service) {
    return Stream.concat(
            files(Kind.CONFIG, service.configs(), project.configs()),
            files(Kind.SECRET, service.secrets(), project.secrets()))
        .toList();
  }

  private static Stream<ContainerFile> files(
      Kind kind, List<FileReference> references, Map<String, FileObject> objects) {
    return references.stream()
        .flatMap(
            reference ->
                Stream.ofNullable(objects.get(reference.source()))
                    .map(object -> new ContainerFile(kind, reference, object)));
  }

  private List<Mount> mounts(Service service) {
    return service.volumes().stream().map(this::mount).toList();
  }

  private Mount mount(Mount mount) {
    Volume volume =
        mount.type() == Mount.Type.VOLUME && mount.source() != null
            ? project.volumes().get(mount.source())
            : null;
    return volume == null ? mount : mount.withSource(volume.name());
  }
}
