package org.jcompose;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jcompose.model.Dependency;
import org.jcompose.model.Mount;
import org.jcompose.model.Project;
import org.jcompose.model.Service;

/**
 * The part of a project that some of its services need. What a service could depend on, but need
 * not, is forgotten if it does not take part.
 */
final class Selection {

  private Selection() {}

  static Project of(Project project, Set<String> services) {
    Map<String, Service> kept = only(project.services(), services);
    kept.replaceAll((name, service) -> dependingOn(kept.keySet(), service));
    Set<String> networks = new TreeSet<>();
    Set<String> volumes = new TreeSet<>();
    for (Service service : kept.values()) {
      networks.addAll(service.networks().keySet());
      service.volumes().stream()
          .filter(mount -> mount.type() == Mount.Type.VOLUME && mount.source() != null)
          .forEach(mount -> volumes.add(String.valueOf(mount.source())));
    }
    return Project.builder(project.name(), project.workingDir())
        .files(project.files())
        .services(kept)
        .disabled(project.disabled())
        .networks(only(project.networks(), networks))
        .volumes(only(project.volumes(), volumes))
        .extensions(project.extensions())
        .places(project.places())
        .build();
  }

  private static Service dependingOn(Set<String> kept, Service service) {
    Map<String, Dependency> dependencies = only(service.dependsOn(), kept);
    return service.toBuilder().dependsOn(dependencies).build();
  }

  private static <T> Map<String, T> only(Map<String, T> all, Set<String> keys) {
    Map<String, T> kept = new HashMap<>(all);
    kept.keySet().retainAll(keys);
    return kept;
  }
}
