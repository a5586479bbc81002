package org.jcompose.load;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jcompose.model.Build;
import org.jcompose.model.Dependency;
import org.jcompose.model.FileObject;
import org.jcompose.model.Network;
import org.jcompose.model.Project;
import org.jcompose.model.Service;
import org.jcompose.model.Volume;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;

/**
 * Takes from a project what no file says: names at the engine, the default network, and the like.
 */
final class Unnormalized {

  private final View root;

  private Unnormalized(View root) {
    this.root = root;
  }

  /** The project as its merged files have it. */
  static Project of(Project project, Mapping root) {
    Unnormalized without = new Unnormalized(new View(root));
    Map<String, Network> networks = new LinkedHashMap<>(project.networks());
    networks.keySet().retainAll(keys(new View(root), "networks"));
    networks.replaceAll((key, network) -> without.network(network));
    Map<String, Volume> volumes = new LinkedHashMap<>(project.volumes());
    volumes.replaceAll((key, volume) -> without.volume(volume));
    Map<String, FileObject> configs = new LinkedHashMap<>(project.configs());
    configs.replaceAll((key, config) -> without.file("configs", config));
    Map<String, FileObject> secrets = new LinkedHashMap<>(project.secrets());
    secrets.replaceAll((key, secret) -> without.file("secrets", secret));
    return project.toBuilder()
        .services(without.services(project.services()))
        .disabled(without.services(project.disabled()))
        .networks(networks)
        .volumes(volumes)
        .configs(configs)
        .secrets(secrets)
        .build();
  }

  private String name(String section, String key, String name) {
    return root.view(section).view(key).has("name") ? name : "";
  }

  private Network network(Network network) {
    return new Network(
        network.key(),
        name("networks", network.key(), network.name()),
        network.external(),
        network.driver(),
        network.driverOpts(),
        network.internal(),
        network.attachable(),
        network.enableIpv4(),
        network.enableIpv6(),
        network.ipam(),
        network.labels());
  }

  private Volume volume(Volume volume) {
    return new Volume(
        volume.key(),
        name("volumes", volume.key(), volume.name()),
        volume.external(),
        volume.driver(),
        volume.driverOpts(),
        volume.labels());
  }

  private FileObject file(String section, FileObject file) {
    return new FileObject(
        file.key(),
        name(section, file.key(), file.name()),
        file.file(),
        file.environment(),
        file.content(),
        file.external(),
        file.labels(),
        file.driver(),
        file.driverOpts(),
        file.templateDriver());
  }

  private Map<String, Service> services(Map<String, Service> all) {
    Map<String, Service> services = new LinkedHashMap<>(all);
    services.replaceAll((name, service) -> service(service));
    return services;
  }

  private Service service(Service service) {
    View view = root.view("services").view(service.name());
    Map<String, Dependency> dependsOn = new LinkedHashMap<>(service.dependsOn());
    dependsOn.keySet().retainAll(keys(view, "depends_on"));
    Service.Builder builder = service.toBuilder().dependsOn(dependsOn);
    Build build = service.build();
    if (build != null && !view.view("build").has("dockerfile")) {
      builder.build(build.toBuilder().dockerfile(null).build());
    }
    return view.has("networks") ? builder.build() : builder.networks(Map.of()).build();
  }

  private static Set<String> keys(View view, String key) {
    return view.entries(key).stream().map(Entry::key).collect(Collectors.toSet());
  }
}
