package org.jcompose.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jcompose.problem.Place;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Scalar;

/**
 * The name of something that a service uses and that is defined elsewhere.
 *
 * @param section where it is defined: {@code services}, {@code networks} ...
 * @param verb how the service uses it, as a sentence goes on after the service
 * @param required false: it may be missing
 */
record Reference(String section, String name, String verb, Place place, boolean required) {

  private static final Map<String, String> SHARED =
      Map.of(
          "network_mode", "shares the network of",
          "ipc", "shares the IPC of",
          "pid", "shares the processes of",
          "uts", "shares the host name of");

  private static final String SERVICE = "service:";

  /** All references of a service. */
  static List<Reference> of(View service) {
    List<Reference> all = new ArrayList<>();
    for (Entry entry : service.entries("depends_on")) {
      boolean required = !Boolean.FALSE.equals(View.of(entry.value()).bool("required"));
      all.add(new Reference("services", entry.key(), "depends on", entry.place(), required));
    }
    for (Scalar link : service.scalars("links")) {
      add(all, "services", head(link.text()), "links to", link.place());
    }
    for (Scalar from : service.scalars("volumes_from")) {
      if (!from.text().startsWith("container:")) {
        add(all, "services", head(from.text()), "takes the volumes of", from.place());
      }
    }
    SHARED.forEach((key, verb) -> addShared(all, service, key, verb));
    addNamed(all, service, "networks", "uses network");
    addNamed(all, service, "models", "uses model");
    addVolumes(all, service);
    addSources(all, service, "configs", "uses config");
    addSources(all, service, "secrets", "uses secret");
    addSources(all, service.view("build"), "secrets", "is built with secret");
    for (Entry entry : service.view("build").entries("additional_contexts")) {
      addContext(all, entry.value());
    }
    return all;
  }

  boolean isService() {
    return section.equals("services");
  }

  private static void add(
      List<Reference> all, String section, String name, String verb, Place place) {
    all.add(new Reference(section, name, verb, place, true));
  }

  private static String head(String text) {
    int colon = text.indexOf(':');
    return colon < 0 ? text : text.substring(0, colon);
  }

  private static void addShared(List<Reference> all, View service, String key, String verb) {
    String text = service.nonEmpty(key);
    if (text != null && text.startsWith(SERVICE)) {
      add(all, "services", text.substring(SERVICE.length()), verb, service.place(key));
    }
  }

  private static void addNamed(List<Reference> all, View service, String section, String verb) {
    for (Entry entry : service.entries(section)) {
      if (!section.equals("networks") || !entry.key().equals("default")) {
        add(all, section, entry.key(), verb, entry.place());
      }
    }
  }

  private static void addVolumes(List<Reference> all, View service) {
    for (View mount : service.views("volumes")) {
      String source = mount.nonEmpty("source");
      if (source != null && "volume".equals(mount.text("type"))) {
        add(all, "volumes", source, "uses volume", mount.place("source"));
      }
    }
  }

  private static void addSources(List<Reference> all, View view, String section, String verb) {
    for (Node item : view.items(section)) {
      Node source = item instanceof Mapping mapping ? mapping.get("source") : item;
      if (source instanceof Scalar scalar && !scalar.isNull()) {
        add(all, section, scalar.text(), verb, scalar.place());
      }
    }
  }

  private static void addContext(List<Reference> all, Node value) {
    if (value instanceof Scalar scalar && scalar.text().startsWith(SERVICE)) {
      String name = scalar.text().substring(SERVICE.length());
      add(all, "services", name, "is built with", scalar.place());
    }
  }
}
