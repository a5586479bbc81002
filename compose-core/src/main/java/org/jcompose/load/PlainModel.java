package org.jcompose.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Adds to a model of plain maps and lists what every project has: names at the engine, the default
 * network, and the defaults of long forms.
 */
final class PlainModel {

  private static final List<String> SECTIONS = List.of("networks", "volumes", "configs", "secrets");

  private final String project;
  private final Map<String, @Nullable Object> model;

  private PlainModel(String project, Map<String, @Nullable Object> model) {
    this.project = project;
    this.model = model;
  }

  /** Changes the given model. */
  static void normalize(String project, Map<String, @Nullable Object> model) {
    PlainModel plain = new PlainModel(project, model);
    Map<String, @Nullable Object> services = plain.section("services");
    boolean usesDefault = false;
    for (String name : services.keySet()) {
      usesDefault |= service(map(services, name));
    }
    if (usesDefault) {
      map(plain.section("networks"), "default");
    }
    SECTIONS.forEach(plain::nameAll);
    model.put("name", project);
  }

  private Map<String, @Nullable Object> section(String name) {
    return map(model, name);
  }

  private void nameAll(String section) {
    Map<String, @Nullable Object> all = section(section);
    for (String key : all.keySet()) {
      Map<String, @Nullable Object> one = map(all, key);
      boolean external = Boolean.TRUE.equals(one.get("external"));
      one.putIfAbsent("name", external ? key : project + "_" + key);
    }
    if (all.isEmpty()) {
      model.remove(section);
    }
  }

  /** Whether the service is in the default network. */
  private static boolean service(Map<String, @Nullable Object> service) {
    if (service.get("build") instanceof Map<?, ?> build
        && !build.containsKey("dockerfile_inline")) {
      map(service, "build").putIfAbsent("dockerfile", "Dockerfile");
    }
    if (service.get("env_file") instanceof List<?> files) {
      files.forEach(file -> defaults(file, Map.of("required", true)));
    }
    if (service.get("ports") instanceof List<?> ports) {
      ports.forEach(port -> defaults(port, Map.of("mode", "ingress", "protocol", "tcp")));
    }
    if (service.get("depends_on") instanceof Map<?, ?> others) {
      Map<String, Object> usual = Map.of("condition", "service_started", "required", true);
      others.values().forEach(other -> defaults(other, usual));
    }
    if (service.get("networks") == null && !service.containsKey("network_mode")) {
      Map<String, @Nullable Object> networks = new LinkedHashMap<>();
      networks.put("default", null);
      service.put("networks", networks);
    }
    return service.get("networks") instanceof Map<?, ?> networks && networks.containsKey("default");
  }

  @SuppressWarnings("unchecked")
  private static void defaults(@Nullable Object to, Map<String, Object> values) {
    if (to instanceof Map<?, ?> map) {
      values.forEach(((Map<String, Object>) map)::putIfAbsent);
    }
  }

  /** The map under the key, made if there is none. */
  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> map(Map<String, @Nullable Object> in, String key) {
    if (!(in.get(key) instanceof Map<?, ?>)) {
      in.put(key, new TreeMap<String, @Nullable Object>());
    }
    return (Map<String, @Nullable Object>) in.get(key);
  }
}
