package org.jcompose.load;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jcompose.problem.Place;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Scalar;
import org.jspecify.annotations.Nullable;

/** Checks what the attributes of each service say of one another. */
final class ServiceCheck {

  private static final List<String> TEST_BEGINNINGS = List.of("CMD", "CMD-SHELL", "NONE");
  private static final Set<String> RUNS_AGAIN = Set.of("always", "unless-stopped");
  private static final Set<String> WITHOUT_TARGET = Set.of("rebuild", "restart");

  private final Merged merged;
  private final Map<String, View> services;
  private final Map<String, String> containerNames = new HashMap<>();

  ServiceCheck(Merged merged) {
    this.merged = merged;
    this.services = merged.services();
  }

  void check() {
    services.forEach(
        (name, view) -> {
          image(name, view);
          build(name, view);
          provider(name, view);
          network(name, view);
          replicas(name, view);
          containerName(name, view);
          limits(name, view);
          healthcheck(name, view.view("healthcheck"));
          dependencies(name, view);
          watch(name, view.view("develop").views("watch"));
          environment(name, view);
        });
  }

  private void image(String name, View view) {
    String path = "services." + name + ".";
    boolean found = view.nonEmpty("image") != null || view.has("build") || view.has("provider");
    boolean excused =
        view.has("x-process")
            || Stream.of("image", "build", "provider", "extends")
                .anyMatch(key -> merged.isBroken(path + key));
    if (!found && !excused) {
      merged.error(
          merged.placeOf("services", name),
          "service '" + name + "' has neither 'image' nor 'build'",
          "add 'image: ...'");
    }
  }

  private void build(String name, View view) {
    View build = view.view("build");
    if (build.nonEmpty("dockerfile") != null && build.nonEmpty("dockerfile_inline") != null) {
      exclusive(build, name, "build.dockerfile", "build.dockerfile_inline");
    }
    String platform = view.nonEmpty("platform");
    List<String> platforms = build.texts("platforms");
    if (platform != null && !platforms.isEmpty() && !platforms.contains(platform)) {
      merged.error(
          build.place("platforms"),
          "service '"
              + name
              + "' is built for "
              + Wording.list(platforms, "and")
              + ", but runs on '"
              + platform
              + "'",
          "add '" + platform + "' to 'build.platforms'");
    }
    for (Entry entry : build.entries("additional_contexts")) {
      if (entry.value() instanceof Scalar scalar && scalar.text().startsWith("service:")) {
        View other = services.get(scalar.text().substring("service:".length()));
        if (other != null && !other.has("build")) {
          merged.error(
              scalar.place(),
              "service '"
                  + name
                  + "' is built with '"
                  + scalar.text().substring(8)
                  + "', which has no 'build'",
              "write 'docker-image://' and an image's name");
        }
      }
    }
  }

  private void provider(String name, View view) {
    for (String key : List.of("image", "build")) {
      if (view.has("provider") && view.has(key)) {
        merged.warning(
            view.key(key),
            "'" + key + "' of service '" + name + "' has no effect beside 'provider'",
            "remove one of the two");
      }
    }
  }

  private void network(String name, View view) {
    String mode = view.nonEmpty("network_mode");
    if (mode == null) {
      return;
    }
    if (!view.entries("networks").isEmpty()) {
      exclusive(view, name, "network_mode", "networks");
    }
    boolean foreign =
        mode.equals("host") || mode.startsWith("service:") || mode.startsWith("container:");
    for (String key : foreign ? List.of("ports", "links") : List.<String>of()) {
      if (!view.items(key).isEmpty()) {
        merged.warning(
            view.key(key),
            "'"
                + key
                + "' of service '"
                + name
                + "' has no effect with 'network_mode: "
                + mode
                + "'",
            "remove one of the two");
      }
    }
  }

  private void replicas(String name, View view) {
    Integer scale = view.integer("scale");
    Integer replicas = view.view("deploy").integer("replicas");
    if (scale != null && replicas != null && !scale.equals(replicas)) {
      merged.error(
          view.place("scale"),
          "service '"
              + name
              + "' has 'scale: "
              + scale
              + "', but 'deploy.replicas: "
              + replicas
              + "'",
          "remove one of the two");
    }
  }

  /** How many containers a service has. */
  static int count(View service) {
    Integer scale = service.integer("scale");
    Integer replicas = scale != null ? scale : service.view("deploy").integer("replicas");
    return replicas == null ? 1 : replicas;
  }

  private void containerName(String name, View view) {
    String own = view.nonEmpty("container_name");
    if (own == null) {
      return;
    }
    int count = count(view);
    if (count > 1) {
      merged.error(
          view.key("container_name"),
          "service '"
              + name
              + "' has 'container_name' and "
              + count
              + " replicas, but only one container can have a name",
          "remove 'container_name' or '" + (view.has("scale") ? "scale" : "deploy.replicas") + "'");
    }
    String owner = containerNames.putIfAbsent(own, name);
    if (owner != null) {
      merged.error(
          view.key("container_name"),
          "service '" + name + "' has the 'container_name' of '" + owner + "'",
          "give each its own");
    }
  }

  private void limits(String name, View view) {
    View resources = view.view("deploy").view("resources");
    Map<String, String> limits =
        new TreeMap<>(Map.of("cpus", "cpus", "mem_limit", "memory", "pids_limit", "pids"));
    if (resources.has("limits")) {
      limits.forEach((key, other) -> limit(name, view, key, resources.view("limits"), other));
    }
    if (resources.has("reservations")) {
      limit(name, view, "mem_reservation", resources.view("reservations"), "memory");
    }
  }

  private void limit(String name, View view, String key, View limits, String other) {
    BigDecimal own = number(view.text(key));
    BigDecimal deployed = number(limits.has(other) ? limits.text(other) : "0");
    if (own == null || deployed == null || own.signum() == 0 || own.compareTo(deployed) == 0) {
      return;
    }
    String group = key.equals("mem_reservation") ? "reservations" : "limits";
    String path = "deploy.resources." + group + "." + other;
    String what = limits.has(other) ? "differs from" : "stands beside 'deploy.resources', but not";
    merged.error(
        view.place(key),
        "'" + key + "' of service '" + name + "' " + what + " '" + path + "'",
        limits.has(other) ? "keep one of the two" : "move it to '" + path + "'");
  }

  private static @Nullable BigDecimal number(@Nullable String text) {
    boolean number = text != null && text.matches("[-+]?[0-9]{1,20}(\\.[0-9]{1,20})?");
    return number ? new BigDecimal(text) : null;
  }

  private void healthcheck(String name, View view) {
    List<String> test = view.texts("test");
    if (test.isEmpty()) {
      return;
    }
    Place place = view.items("test").get(0).place();
    String first = test.get(0);
    if (!TEST_BEGINNINGS.contains(first)) {
      merged.error(
          place,
          "a healthcheck's test begins with 'CMD', 'CMD-SHELL' or 'NONE', not '"
              + Abbreviated.of(first)
              + "'",
          "put 'CMD' before it");
    } else if (test.size() == 1 && !first.equals("NONE") && !isBroken(name)) {
      merged.warning(
          place,
          "the healthcheck of service '" + name + "' has nothing to run after '" + first + "'",
          "add the command");
    }
  }

  private boolean isBroken(String name) {
    return merged.isBroken("services." + name + ".healthcheck.test.1");
  }

  private void dependencies(String name, View view) {
    for (Entry entry : view.entries("depends_on")) {
      View other = services.get(entry.key());
      String condition = View.of(entry.value()).text("condition");
      if (other == null || condition == null) {
        continue;
      }
      boolean disabled = other.view("healthcheck").isOn("disable");
      if (condition.equals("service_healthy") && disabled) {
        never(entry, name, "be healthy", "its 'healthcheck' is disabled");
      }
      String restart = other.text("restart");
      if (condition.equals("service_completed_successfully")
          && restart != null
          && RUNS_AGAIN.contains(restart)) {
        never(entry, name, "complete", "it has 'restart: " + restart + "'");
      }
    }
  }

  private void never(Entry dependency, String name, String what, String why) {
    merged.warning(
        dependency.place(),
        "service '"
            + name
            + "' waits for '"
            + dependency.key()
            + "' to "
            + what
            + ", which will not happen: "
            + why,
        "wait for 'service_started', or change '" + dependency.key() + "'");
  }

  private void watch(String name, List<View> triggers) {
    for (View trigger : triggers) {
      String action = trigger.text("action");
      if (action != null
          && !WITHOUT_TARGET.contains(action)
          && trigger.nonEmpty("target") == null) {
        merged.error(
            trigger.mapping().place(),
            "'" + action + "' of service '" + name + "' has no 'target' to sync to",
            "add 'target', a folder of the container");
      }
    }
  }

  private void environment(String name, View view) {
    for (Entry entry : view.entries("environment")) {
      String key = entry.key();
      boolean bare = entry.value() instanceof Scalar scalar && scalar.isNull();
      String variable = "environment variable '" + Abbreviated.of(key) + "' of service '" + name;
      if (key.endsWith(" ")) {
        merged.warning(
            entry.place(),
            variable + "' has a space at its end",
            "write 'KEY=value' without spaces");
      } else if (bare && key.indexOf(':') > 0) {
        merged.warning(
            entry.place(),
            variable + "' has a ':' in its name, and no value",
            "write '" + Abbreviated.of(key.replaceFirst(": *", "=")) + "'");
      }
    }
  }

  private void exclusive(View view, String name, String one, String other) {
    String key = other.substring(other.lastIndexOf('.') + 1);
    merged.error(
        view.key(key),
        "service '" + name + "' has both '" + one + "' and '" + other + "'",
        "remove one of the two");
  }
}
