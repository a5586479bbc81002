package org.jcompose.load;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jcompose.model.Dependency;
import org.jcompose.model.Dependency.Condition;
import org.jcompose.model.Namespaces;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/**
 * The services on which a service depends because of what it uses of them: links, shared
 * namespaces, and volumes that are taken over.
 */
final class ImpliedDependencies {

  private static final String SERVICE = "service:";
  private static final String CONTAINER = "container:";
  private static final Pattern LINK = Pattern.compile("([^:]*):[^:]*");

  /** One of them: the attribute that says so, and whether the service restarts with the other. */
  record Implied(String attribute, boolean restart) {}

  private ImpliedDependencies() {}

  /** By the name of the other service. */
  static Map<String, Implied> of(Service service) {
    Map<String, Implied> all = new LinkedHashMap<>();
    for (String link : service.links()) {
      all.putIfAbsent(LINK.matcher(link).replaceFirst("$1"), new Implied("links", true));
    }
    Namespaces namespaces = service.namespaces();
    addShared(all, "network_mode", service.networkMode());
    addShared(all, "ipc", namespaces.ipc());
    addShared(all, "pid", namespaces.pid());
    addShared(all, "uts", namespaces.uts());
    for (String from : service.volumesFrom()) {
      if (!from.startsWith(CONTAINER)) {
        all.putIfAbsent(from.split(":", -1)[0], new Implied("volumes_from", false));
      }
    }
    return all;
  }

  private static void addShared(Map<String, Implied> all, String attribute, @Nullable String with) {
    if (with != null && with.startsWith(SERVICE)) {
      all.putIfAbsent(with.substring(SERVICE.length()), new Implied(attribute, true));
    }
  }

  /** The service with them among its dependencies, where the file does not name them itself. */
  static Service added(Service service) {
    Map<String, Implied> implied = of(service);
    if (implied.isEmpty()) {
      return service;
    }
    Map<String, Dependency> all = new LinkedHashMap<>(service.dependsOn());
    implied.forEach(
        (name, why) ->
            all.putIfAbsent(name, new Dependency(Condition.SERVICE_STARTED, true, why.restart())));
    return service.toBuilder().dependsOn(all).build();
  }
}
