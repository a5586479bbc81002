package org.jcompose.plan;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jcompose.model.Service;

/** The label by which a container remembers its service's dependencies. */
final class DependsOnLabel {

  private DependsOnLabel() {}

  /** Such as {@code db:service_healthy:false,seed:service_completed_successfully:false}. */
  static String of(Service service) {
    return service.dependsOn().entrySet().stream()
        .map(
            entry ->
                entry.getKey()
                    + ":"
                    + entry.getValue().condition().key()
                    + ":"
                    + entry.getValue().restart())
        .collect(Collectors.joining(","));
  }

  /** The names of the services that a label speaks of. */
  static List<String> services(String label) {
    return Stream.of(label.split(","))
        .map(part -> part.split(":", 2)[0].strip())
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }
}
