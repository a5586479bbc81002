package org.jcompose.engine.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.engine.NotFoundException;
import org.jcompose.model.Mount;
import org.jspecify.annotations.Nullable;

/**
 * Says in which attributes a container differs from what a spec would create, whoever made it: the
 * request that would be sent is compared with what the daemon reports of the container, the image's
 * own settings taken into account.
 */
record ContainerDifferences(Observer observer, ApiVersion version) {

  /** What the image may say, too, by its name there. */
  private static final Map<String, String> OF_IMAGE =
      Map.of(
          "Cmd", "command",
          "Entrypoint", "entrypoint",
          "WorkingDir", "working_dir",
          "User", "user",
          "StopSignal", "stop_signal",
          "Healthcheck", "healthcheck");

  private static final Map<String, String> OF_CONTAINER =
      Map.of(
          "Domainname", "domainname",
          "Tty", "tty",
          "OpenStdin", "stdin_open",
          "StopTimeout", "stop_grace_period");

  /** What is empty in a container of which nothing is said. */
  private static final Map<String, String> OF_HOST = ofHost();

  /** What Podman says of what nothing was said of. */
  private static final Set<Object> USUAL = Set.of("private", "SIGTERM", "15", "/", 10L);

  /** Variables that Podman sets by itself. */
  private static final Set<String> PODMANS_OWN = Set.of("container", "HOME", "HOSTNAME");

  List<String> of(String nameOrId, ContainerSpec spec) {
    Json found = observer.inspectJson(nameOrId);
    Json request = request(spec);
    Json image = image(found.text("Image"));
    Set<String> paths = new TreeSet<>();
    Json config = found.at("Config");
    if (!reference(request.text("Image")).equals(reference(config.text("Image")))) {
      paths.add("image");
    }
    OF_CONTAINER.forEach(
        (field, path) -> compare(paths, path, request.at(field), config.at(field)));
    OF_IMAGE.forEach(
        (field, path) -> {
          Json wanted = request.at(field);
          compare(paths, path, plain(wanted) == null ? image.at(field) : wanted, config.at(field));
        });
    compareVariables(paths, request, image, config);
    compareLabels(paths, spec, image, config);
    compareHostname(paths, request, found);
    Json host = request.at("HostConfig");
    OF_HOST.forEach(
        (field, path) -> compare(paths, path, host.at(field), found.at("HostConfig").at(field)));
    compareMounts(paths, spec, found);
    compareNetworks(paths, spec, found);
    return List.copyOf(paths);
  }

  /** Labels that are not the user's. */
  static boolean isEnginesOwn(String label) {
    return Stream.of("com.docker.compose.", "desktop.docker.io/", "org.jcompose.")
        .anyMatch(label::startsWith);
  }

  private Json request(ContainerSpec spec) {
    try {
      String body = ContainerRequest.of(spec, "", version).body();
      return Json.parse(body.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Json image(String id) {
    try {
      return observer.imageJson(id).at("Config");
    } catch (NotFoundException gone) {
      return new Json(null);
    }
  }

  private static void compareVariables(Set<String> paths, Json request, Json image, Json config) {
    Map<String, String> wanted = variables(image);
    wanted.putAll(variables(request));
    Map<String, String> found = variables(config);
    found.keySet().removeIf(name -> PODMANS_OWN.contains(name) && !wanted.containsKey(name));
    entries(paths, "environment", wanted, found);
  }

  /** An image's reference in its short form. */
  private static String reference(String image) {
    String name = image.replaceFirst("^(localhost/|docker\\.io/(library/)?)", "");
    return name.substring(name.lastIndexOf('/') + 1).contains(":") ? name : name + ":latest";
  }

  private static Map<String, String> variables(Json config) {
    Map<String, String> variables = new TreeMap<>();
    for (Json each : config.list("Env")) {
      String[] parts = each.text().split("=", 2);
      if (parts.length == 2) {
        variables.put(parts[0], parts[1]);
      }
    }
    return variables;
  }

  private static void compareLabels(
      Set<String> paths, ContainerSpec spec, Json image, Json config) {
    Map<String, String> wanted = image.texts("Labels");
    wanted.putAll(spec.labels());
    Map<String, String> found = config.texts("Labels");
    wanted.keySet().removeIf(ContainerDifferences::isEnginesOwn);
    found.keySet().removeIf(ContainerDifferences::isEnginesOwn);
    entries(paths, "labels", wanted, found);
  }

  /** A container is named by the beginning of its id, if by nothing else. */
  private static void compareHostname(Set<String> paths, Json request, Json found) {
    String hostname = found.at("Config").text("Hostname");
    String wanted = request.text("Hostname");
    boolean isGiven = !hostname.isEmpty() && !found.text("Id").startsWith(hostname);
    if (!wanted.equals(isGiven ? hostname : "")) {
      paths.add("hostname");
    }
  }

  private static void compareMounts(Set<String> paths, ContainerSpec spec, Json found) {
    Set<String> wanted =
        spec.mounts().stream()
            .filter(mount -> mount.type() == Mount.Type.BIND || mount.type() == Mount.Type.VOLUME)
            .filter(mount -> mount.source() != null)
            .map(mount -> mount.source() + ":" + mount.target() + ":" + !mount.readOnly())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> mounted =
        found.list("Mounts").stream()
            .filter(mount -> Set.of("bind", "volume").contains(mount.text("Type")))
            .filter(mount -> !ContainerReader.isAnonymous(mount))
            .map(ContainerDifferences::mounted)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!wanted.equals(mounted)) {
      paths.add("volumes");
    }
  }

  private static String mounted(Json mount) {
    String source = mount.text(mount.text("Type").equals("volume") ? "Name" : "Source");
    return source + ":" + mount.text("Destination") + ":" + mount.flag("RW");
  }

  private static void compareNetworks(Set<String> paths, ContainerSpec spec, Json found) {
    Set<String> networks = found.at("NetworkSettings").at("Networks").members().keySet();
    if (!spec.networks().isEmpty() && !spec.networks().keySet().equals(networks)) {
      paths.add("networks");
    }
  }

  private static void entries(
      Set<String> paths, String path, Map<String, String> wanted, Map<String, String> found) {
    Set<String> keys = new TreeSet<>(wanted.keySet());
    keys.addAll(found.keySet());
    keys.removeIf(key -> Objects.equals(wanted.get(key), found.get(key)));
    keys.forEach(key -> paths.add(path + "." + key));
  }

  private static void compare(Set<String> paths, String path, Json wanted, Json found) {
    Object plain = plain(found);
    Object plainWanted = plain(wanted);
    boolean isUsual = plainWanted == null && plain != null && USUAL.contains(plain);
    if (!isUsual && !Objects.equals(plainWanted, plain)) {
      paths.add(path);
    }
  }

  /** A value without what says nothing: null stands for nothing at all. */
  private static @Nullable Object plain(Json json) {
    Object value = json.value();
    if (value instanceof Map<?, ?>) {
      Map<String, @Nullable Object> kept = new LinkedHashMap<>();
      json.members().forEach((key, member) -> kept.put(key, plain(member)));
      kept.values().removeIf(Objects::isNull);
      return kept.isEmpty() ? null : kept;
    }
    if (value instanceof List<?>) {
      List<@Nullable Object> kept = new ArrayList<>();
      json.list().forEach(each -> kept.add(plain(each)));
      return kept.isEmpty() ? null : kept;
    }
    if (value instanceof Number number) {
      return number.longValue() == 0 ? null : number.longValue();
    }
    if (value instanceof String text) {
      return text.isEmpty() || text.equals("no") ? null : normal(text);
    }
    return Boolean.TRUE.equals(value) ? value : null;
  }

  /** Newer daemons write capabilities in full. */
  private static String normal(String text) {
    return text.toUpperCase(Locale.ROOT).equals(text) && text.startsWith("CAP_")
        ? text.substring(4)
        : text;
  }

  private static Map<String, String> ofHost() {
    Map<String, String> fields = new TreeMap<>();
    fields.put("PortBindings", "ports");
    fields.put("RestartPolicy", "restart");
    fields.put("CapAdd", "cap_add");
    fields.put("CapDrop", "cap_drop");
    fields.put("Dns", "dns");
    fields.put("DnsOptions", "dns_opt");
    fields.put("DnsSearch", "dns_search");
    fields.put("ExtraHosts", "extra_hosts");
    fields.put("GroupAdd", "group_add");
    fields.put("Privileged", "privileged");
    fields.put("ReadonlyRootfs", "read_only");
    fields.put("SecurityOpt", "security_opt");
    fields.put("Tmpfs", "tmpfs");
    fields.put("Sysctls", "sysctls");
    fields.put("Devices", "devices");
    fields.put("PidMode", "pid");
    fields.put("UTSMode", "uts");
    fields.put("UsernsMode", "userns_mode");
    fields.put("Memory", "mem_limit");
    fields.put("MemoryReservation", "mem_reservation");
    fields.put("NanoCpus", "cpus");
    fields.put("CpuShares", "cpu_shares");
    fields.put("CpuQuota", "cpu_quota");
    fields.put("CpuPeriod", "cpu_period");
    fields.put("CpusetCpus", "cpuset");
    fields.put("Init", "init");
    return fields;
  }
}
