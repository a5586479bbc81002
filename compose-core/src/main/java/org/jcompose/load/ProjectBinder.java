package org.jcompose.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jcompose.model.FileObject;
import org.jcompose.model.FileReference;
import org.jcompose.model.Model;
import org.jcompose.model.Mount;
import org.jcompose.model.Network;
import org.jcompose.model.Project;
import org.jcompose.model.Service;
import org.jcompose.model.Volume;
import org.jcompose.yaml.Node.Mapping;

/** Makes a project of the merged canonical nodes of its files. */
final class ProjectBinder {

  private final String name;
  private final Discovery.Found found;
  private final ServiceBinder services;
  private final ResourceBinder resources;

  ProjectBinder(
      String name, Discovery.Found found, ServiceBinder services, ResourceBinder resources) {
    this.name = name;
    this.found = found;
    this.services = services;
    this.resources = resources;
  }

  Project bind(Mapping root, Profiles profiles) {
    View view = new View(root);
    Map<String, Service> enabled = new TreeMap<>();
    Map<String, Service> disabled = new TreeMap<>();
    List<Service> all = new ArrayList<>();
    view.entries("services").forEach(e -> all.add(services.bind(e.key(), View.of(e.value()))));
    Profiles active = profiles.withThoseOfNamed(all);
    all.forEach(one -> (active.enable(one) ? enabled : disabled).put(one.name(), one));
    return Project.builder(name, found.directory())
        .files(found.files().stream().filter(Path::isAbsolute).toList())
        .services(enabled)
        .disabled(disabled)
        .networks(used(networks(view), enabled))
        .volumes(mounted(volumes(view), enabled))
        .configs(kept(configs(view), references(enabled, Service::configs)))
        .secrets(kept(secrets(view), secretsOf(enabled)))
        .models(kept(models(view), modelsOf(enabled)))
        .extensions(view.extensions())
        .nestedExtensions(ExtensionMap.of(root))
        .places(PlaceMap.of(root))
        .build();
  }

  private static Map<String, Network> used(Map<String, Network> all, Map<String, Service> by) {
    Set<String> used = new HashSet<>();
    by.values().forEach(service -> used.addAll(service.networks().keySet()));
    return kept(all, used);
  }

  private Map<String, Network> networks(View view) {
    Map<String, Network> networks = new TreeMap<>();
    networks.put("default", Network.of("default", name + "_default"));
    view.entries("networks").forEach(e -> networks.put(e.key(), resources.network(e)));
    return networks;
  }

  private static Map<String, Volume> mounted(Map<String, Volume> all, Map<String, Service> by) {
    Set<String> used = new HashSet<>();
    by.values().stream()
        .flatMap(service -> service.volumes().stream())
        .filter(mount -> mount.type() == Mount.Type.VOLUME && mount.source() != null)
        .forEach(mount -> used.add(mount.source()));
    return kept(all, used);
  }

  private Map<String, Volume> volumes(View view) {
    Map<String, Volume> volumes = new TreeMap<>();
    view.entries("volumes").forEach(e -> volumes.put(e.key(), resources.volume(e)));
    return volumes;
  }

  private Map<String, FileObject> configs(View view) {
    Map<String, FileObject> configs = new TreeMap<>();
    view.entries("configs").forEach(e -> configs.put(e.key(), resources.file(e)));
    return configs;
  }

  private Map<String, FileObject> secrets(View view) {
    Map<String, FileObject> secrets = new TreeMap<>();
    view.entries("secrets").forEach(e -> secrets.put(e.key(), resources.file(e)));
    return secrets;
  }

  private static Set<String> references(
      Map<String, Service> by, Function<Service, List<FileReference>> references) {
    Set<String> used = new HashSet<>();
    by.values().forEach(s -> references.apply(s).forEach(one -> used.add(one.source())));
    return used;
  }

  private static Set<String> secretsOf(Map<String, Service> by) {
    Set<String> used = references(by, Service::secrets);
    used.addAll(references(by, s -> s.build() == null ? List.of() : s.build().secrets()));
    return used;
  }

  private Map<String, Model> models(View view) {
    Map<String, Model> models = new TreeMap<>();
    view.entries("models").forEach(e -> models.put(e.key(), ResourceBinder.model(e)));
    return models;
  }

  private static Set<String> modelsOf(Map<String, Service> by) {
    Set<String> used = new HashSet<>();
    by.values().forEach(service -> used.addAll(service.models().keySet()));
    return used;
  }

  private static <T> Map<String, T> kept(Map<String, T> all, Set<String> keys) {
    Map<String, T> kept = new TreeMap<>(all);
    kept.keySet().retainAll(keys);
    return kept;
  }

  /** The active profiles, and the services that were named. */
  record Profiles(Set<String> active, Set<String> named) {

    static Profiles of(LoadRequest request, Variables variables) {
      Set<String> active = new HashSet<>(request.profiles());
      if (active.isEmpty()) {
        // Where no profile is named, the one without a name is active: that of an unset variable.
        String listed = Objects.requireNonNullElse(variables.get("COMPOSE_PROFILES"), "");
        Arrays.stream(listed.split(",", -1)).map(String::strip).forEach(active::add);
      }
      return new Profiles(active, request.services());
    }

    /** A service that is named although no profile enables it brings its own profiles. */
    Profiles withThoseOfNamed(List<Service> services) {
      Set<String> wider = new HashSet<>(active);
      services.stream()
          .filter(service -> named.contains(service.name()) && !enable(service))
          .forEach(service -> wider.addAll(service.profiles()));
      return new Profiles(wider, named);
    }

    boolean enable(Service service) {
      List<String> own = service.profiles();
      return own.isEmpty() || active.contains("*") || own.stream().anyMatch(active::contains);
    }
  }
}
