package org.jcompose.load;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jcompose.graph.ServiceGraph;
import org.jcompose.load.ImpliedDependencies.Implied;
import org.jcompose.model.Healthcheck;
import org.jcompose.model.Mount;
import org.jcompose.model.Project;
import org.jcompose.model.Service;
import org.jcompose.problem.Place;
import org.jcompose.problem.Problems;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;
import org.jspecify.annotations.Nullable;

/** Checks what the attributes of a project say of one another. */
final class Consistency {

  private final Project project;
  private final View root;
  private final Map<String, Service> services;
  private final Set<String> broken;
  private final Problems problems;

  /**
   * @param root the merged files, with what nothing in the project uses as well
   * @param broken the paths of attributes that were left out because something is wrong with them
   */
  Consistency(Project project, Mapping root, Set<String> broken, Problems problems) {
    this.project = project;
    this.root = new View(root);
    this.services = new TreeMap<>(project.services());
    services.putAll(project.disabled());
    this.broken = broken;
    this.problems = problems;
  }

  void check() {
    for (Service service : services.values()) {
      checkImage(service);
      checkName(service);
      checkHealthcheck(service);
    }
    checkExternal("networks");
    checkExternal("volumes");
    checkContainerNames();
    for (Service service : project.services().values()) {
      checkDependencies(service);
      checkNetworkMode(service);
      checkNetworks(service);
      checkVolumes(service);
    }
    checkCycles();
  }

  private @Nullable Place place(String path) {
    return project.places().at(path).orElse(null);
  }

  private void checkImage(Service service) {
    String path = "services." + service.name();
    boolean excused =
        List.of(".image", ".build", ".provider", ".extends").stream()
            .anyMatch(key -> broken.contains(path + key));
    if (service.image() == null && !excused && !service.extensions().containsKey("x-process")) {
      problems.error(
          place(path),
          "service '" + service.name() + "' has neither 'image' nor 'build'",
          "add 'image: ...'");
    }
  }

  private void checkName(Service service) {
    if (service.containerName() != null && service.replicas() > 1) {
      problems.error(
          place("services." + service.name() + ".container_name"),
          "service '"
              + service.name()
              + "' has 'container_name' and "
              + service.replicas()
              + " replicas, but only one container can have a name",
          "remove 'container_name' or 'scale'");
    }
  }

  private void checkDependencies(Service service) {
    service
        .dependsOn()
        .forEach(
            (name, dependency) -> {
              if (!dependency.required()) {
                return;
              }
              if (project.disabled().containsKey(name)) {
                disabled(service, project.disabled().get(name));
              } else if (!services.containsKey(name)) {
                undefinedService(service, name);
              }
            });
  }

  private void undefinedService(Service service, String name) {
    boolean written =
        root.view("services").view(service.name()).view("depends_on").mapping().has(name);
    Implied implied = ImpliedDependencies.of(service).get(name);
    if (written || implied == null) {
      undefined(service, "depends_on", name, "depends on");
    } else {
      undefined(service, implied.attribute(), name, "depends by '" + implied.attribute() + "' on");
    }
  }

  private void checkNetworkMode(Service service) {
    if (service.networkMode() != null && !service.networks().isEmpty()) {
      problems.error(
          place("services." + service.name() + ".network_mode"),
          "service '" + service.name() + "' has both 'network_mode' and 'networks'",
          "remove one of the two");
    }
  }

  private void disabled(Service service, @Nullable Service dependency) {
    if (dependency != null) {
      problems.error(
          place("services." + service.name() + ".depends_on." + dependency.name()),
          "service '"
              + service.name()
              + "' depends on '"
              + dependency.name()
              + "', which no active profile enables",
          "activate one of its profiles: " + String.join(", ", dependency.profiles()));
    }
  }

  private void checkHealthcheck(Service service) {
    Healthcheck healthcheck = service.healthcheck();
    if (healthcheck == null || healthcheck.test().isEmpty()) {
      return;
    }
    String first = healthcheck.test().get(0);
    if (!List.of("CMD", "CMD-SHELL", "NONE").contains(first)) {
      problems.error(
          place("services." + service.name() + ".healthcheck.test.0"),
          "a healthcheck's test begins with 'CMD', 'CMD-SHELL' or 'NONE', not '"
              + Abbreviated.of(first)
              + "'",
          "put 'CMD' before it");
    }
  }

  /** What someone else makes cannot be described here. */
  private void checkExternal(String top) {
    for (Entry entry : root.entries(top)) {
      View view = View.of(entry.value());
      for (Entry other : view.isOn("external") ? view.entries() : List.<Entry>of()) {
        String key = other.key();
        if (!key.equals("external") && !key.equals("name") && !key.startsWith("x-")) {
          problems.error(
              other.place(),
              "'" + top + "." + entry.key() + "' is external, so it cannot have '" + key + "'",
              "remove '" + key + "' or 'external'");
        }
      }
    }
  }

  private void checkContainerNames() {
    Map<String, String> owners = new TreeMap<>();
    for (Service service : project.services().values()) {
      String name = service.containerName();
      String owner = name == null ? null : owners.putIfAbsent(name, service.name());
      if (owner != null) {
        problems.error(
            place("services." + service.name() + ".container_name"),
            "service '" + service.name() + "' has the 'container_name' of '" + owner + "'",
            "give each its own");
      }
    }
  }

  private void checkNetworks(Service service) {
    for (String name : service.networks().keySet()) {
      if (!project.networks().containsKey(name) && !name.equals("default")) {
        undefined(service, "networks", name, "uses network");
      }
    }
  }

  private void checkVolumes(Service service) {
    int index = 0;
    for (Mount mount : service.volumes()) {
      String name = mount.type() == Mount.Type.VOLUME ? mount.source() : null;
      if (name != null && !project.volumes().containsKey(name)) {
        String path = "volumes." + index;
        undefined(service, path, name, "uses volume");
      }
      index++;
    }
  }

  private void undefined(Service service, String attribute, String name, String verb) {
    String section = attribute.replaceFirst("\\..*", "");
    String top = List.of("networks", "volumes").contains(section) ? section : "services";
    if (broken.contains(top) || broken.contains(top + "." + name)) {
      return;
    }
    String path = "services." + service.name() + "." + attribute;
    List<String> known = root.entries(top).stream().map(Entry::key).toList();
    String fix = Suggestion.didYouMean(name, known);
    problems.error(
        place(section.equals(attribute) ? path + "." + name : path),
        "service '" + service.name() + "' " + verb + " '" + name + "', which is not defined",
        fix == null ? "define it under '" + top + "'" : fix);
  }

  private void checkCycles() {
    for (List<String> cycle : ServiceGraph.of(services.values()).cycles()) {
      StringBuilder edges = new StringBuilder();
      for (int i = 0; i + 1 < cycle.size(); i++) {
        Place place = place(edge(cycle, i));
        edges.append(i == 0 || place == null ? "" : (i == 1 ? "; then at " : ", ") + place);
      }
      problems.error(
          place(edge(cycle, 0)),
          "services depend on one another in a cycle: "
              + cycle.stream().map(name -> "'" + name + "'").collect(Collectors.joining(" -> "))
              + edges,
          "remove one of these dependencies");
    }
  }

  private static String edge(List<String> cycle, int index) {
    return "services." + cycle.get(index) + ".depends_on." + cycle.get(index + 1);
  }
}
