package org.jcompose.load;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jcompose.model.Dependency;
import org.jcompose.model.Dependency.Condition;
import org.jcompose.model.Namespaces;
import org.jcompose.model.Service;

/**
 * The services on which a service depends because of what it uses of them: links, shared
 * namespaces, and volumes that are taken over.
 */
final class ImpliedDependencies {

  private static final String SERVICE = "service:";
  private static final String CONTAINER = "container:";
  private static final Pattern LINK = Pattern.compile("([^:]*):[^:]*");

  private ImpliedDependencies() {}

  /** The service with them among its dependencies, where the file does not name them itself. */
  static Service added(Service service) {
    Map<String, Dependency> all = new LinkedHashMap<>(service.dependsOn());
    for (String link : service.links()) {
      add(all, LINK.matcher(link).replaceFirst("$1"), true);
    }
    Namespaces namespaces = service.namespaces();
    Stream.of(service.networkMode(), namespaces.ipc(), namespaces.pid(), namespaces.uts())
        .filter(with -> with != null && with.startsWith(SERVICE))
        .forEach(with -> add(all, with.substring(SERVICE.length()), true));
    for (String from : service.volumesFrom()) {
      if (!from.startsWith(CONTAINER)) {
        add(all, from.split(":", -1)[0], false);
      }
    }
    return all.size() == service.dependsOn().size()
        ? service
        : service.toBuilder().dependsOn(all).build();
  }

  private static void add(Map<String, Dependency> all, String name, boolean restart) {
    all.putIfAbsent(name, new Dependency(Condition.SERVICE_STARTED, true, restart));
  }
}
