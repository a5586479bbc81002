package org.jcompose.load;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jcompose.graph.ServiceGraph;
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
    }
    for (Service service : project.services().values()) {
      checkDependencies(service);
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
              if (dependency.required() && !services.containsKey(name)) {
                undefined(service, "depends_on", name, "depends on");
              }
            });
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
    String top = section.equals("depends_on") ? "services" : section;
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
