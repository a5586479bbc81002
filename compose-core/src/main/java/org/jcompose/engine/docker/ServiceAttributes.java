package org.jcompose.engine.docker;

import static org.jcompose.engine.docker.ServiceField.config;
import static org.jcompose.engine.docker.ServiceField.elsewhere;
import static org.jcompose.engine.docker.ServiceField.host;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jcompose.engine.ComposeLabels;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.engine.EngineException;
import org.jcompose.model.CredentialSpec;
import org.jcompose.model.Logging;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/**
 * Every attribute of a service that is known here, with its fields in the request that creates a
 * container. What is not in this table is refused, lest it be left out silently.
 */
final class ServiceAttributes {

  /** What is no field of a container, and what it is instead. */
  static final Map<String, String> NO_FIELD =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("attach", "whose logs an attached command shows"),
              Map.entry("configs.gid", "the group in an archive put into the container"),
              Map.entry("configs.mode", "the mode in an archive put into the container"),
              Map.entry("configs.uid", "the owner in an archive put into the container"),
              Map.entry("container_name", "the container's name"),
              Map.entry("depends_on", "the order of steps, and a label"),
              Map.entry("deploy.mode", "how many containers there are"),
              Map.entry("deploy.replicas", "how many containers there are"),
              Map.entry("develop", "what `watch` does"),
              Map.entry("post_start", "a command run in the container"),
              Map.entry("pre_start", "a container that runs before"),
              Map.entry("pre_stop", "a command run in the container"),
              Map.entry("profiles", "whether the service takes part"),
              Map.entry("provider", "a program that is run instead"),
              Map.entry("scale", "how many containers there are"),
              Map.entry("secrets.gid", "the group in an archive put into the container"),
              Map.entry("secrets.mode", "the mode in an archive put into the container"),
              Map.entry("secrets.uid", "the owner in an archive put into the container")));

  /** All fields; of two that are the same, the later one is written last and counts. */
  static final List<ServiceField> FIELDS = fields();

  private static final Set<String> KNOWN =
      Stream.concat(
              FIELDS.stream().map(field -> field.field().outermost()),
              NO_FIELD.keySet().stream().filter(attribute -> attribute.indexOf('.') < 0))
          .collect(Collectors.toUnmodifiableSet());

  private ServiceAttributes() {}

  static boolean knows(String attribute) {
    return KNOWN.contains(attribute);
  }

  /** Writes what the service gives and this table has; the rest of the request stays as it is. */
  static void write(ContainerSpec spec, ObjectNode body, ApiVersion version) {
    for (String attribute : spec.service().given()) {
      if (!knows(attribute)) {
        throw new EngineException(
            "'" + attribute + "' of service '" + spec.service().name() + "' is not supported");
      }
    }
    FIELDS.forEach(field -> field.write(spec, body, version));
  }

  private static List<ServiceField> fields() {
    List<ServiceField> fields = new ArrayList<>(process());
    fields.addAll(naming());
    fields.addAll(rights());
    fields.addAll(ResourceFields.all());
    fields.addAll(DeployFields.all());
    fields.addAll(surroundings());
    Stream.of(
            RestartPolicies.FIELDS,
            Endpoints.FIELDS,
            MountRequests.FIELDS,
            FileRequests.FIELDS,
            ApiSocket.FIELDS)
        .flatMap(List::stream)
        .forEach(field -> fields.add(elsewhere(field)));
    return List.copyOf(fields);
  }

  private static List<ServiceField> process() {
    return List.of(
        elsewhere("command", "Cmd"),
        elsewhere("entrypoint", "Entrypoint"),
        elsewhere("environment", "Env"),
        elsewhere("expose", "ExposedPorts"),
        elsewhere("healthcheck.test", "Healthcheck.Test"),
        elsewhere("healthcheck.interval", "Healthcheck.Interval"),
        elsewhere("healthcheck.timeout", "Healthcheck.Timeout"),
        elsewhere("healthcheck.retries", "Healthcheck.Retries"),
        elsewhere("healthcheck.start_period", "Healthcheck.StartPeriod"),
        elsewhere(
            new Field(
                "healthcheck.start_interval",
                "Healthcheck.StartInterval",
                Features.START_INTERVAL)),
        elsewhere("image", "Image"),
        elsewhere("labels", "Labels"),
        elsewhere(new Field("platform", "platform", Features.PLATFORM)),
        elsewhere("ports", "HostConfig.PortBindings"),
        config("stdin_open", "OpenStdin", Service::stdinOpen),
        elsewhere("stop_grace_period", "StopTimeout"),
        elsewhere("stop_signal", "StopSignal"),
        config("tty", "Tty", Service::tty),
        elsewhere("user", "User"),
        elsewhere("working_dir", "WorkingDir"));
  }

  private static List<ServiceField> naming() {
    return List.of(
        config("hostname", "Hostname", service -> service.naming().hostname()),
        config("domainname", "Domainname", service -> service.naming().domainname()),
        host("dns", "Dns", service -> service.naming().dns()),
        host("dns_opt", "DnsOptions", service -> service.naming().dnsOpt()),
        host("dns_search", "DnsSearch", service -> service.naming().dnsSearch()),
        host("extra_hosts", "ExtraHosts", ServiceAttributes::extraHosts));
  }

  private static List<ServiceField> rights() {
    return List.of(
        host("cap_add", "CapAdd", service -> service.security().capAdd()),
        host("cap_drop", "CapDrop", service -> service.security().capDrop()),
        host("group_add", "GroupAdd", service -> service.security().groupAdd()),
        host("privileged", "Privileged", service -> service.security().privileged()),
        host("read_only", "ReadonlyRootfs", service -> service.security().readOnly()),
        new ServiceField(
            Field.of("security_opt", "HostConfig.SecurityOpt"),
            (spec, body) -> security(spec, ServiceField.hostOf(body))),
        new ServiceField(
            Field.of("credential_spec", "HostConfig.SecurityOpt"),
            (spec, body) ->
                ServiceField.hostOf(body)
                    .withArray("/SecurityOpt")
                    .add(credentials(Objects.requireNonNull(spec.service().credentialSpec())))),
        host(
            "userns_mode",
            "UsernsMode",
            service -> Objects.toString(service.security().usernsMode(), "")));
  }

  private static List<ServiceField> surroundings() {
    return List.of(
        host("annotations", "Annotations", Features.ANNOTATIONS, Service::annotations),
        host(
            "cgroup",
            "CgroupnsMode",
            Features.CGROUP_NAMESPACE,
            service -> service.namespaces().cgroup()),
        host("cgroup_parent", "CgroupParent", service -> service.namespaces().cgroupParent()),
        host("init", "Init", service -> Boolean.TRUE.equals(service.init())),
        host("ipc", "IpcMode", service -> service.namespaces().ipc()),
        host("isolation", "Isolation", Service::isolation),
        host("logging", "LogConfig", service -> logging(service.logging())),
        host("network_mode", "NetworkMode", Service::networkMode),
        host("pid", "PidMode", service -> service.namespaces().pid()),
        host("runtime", "Runtime", Service::runtime),
        host("sysctls", "Sysctls", Service::sysctls),
        host("tmpfs", "Tmpfs", service -> tmpfs(service.tmpfs())),
        host("uts", "UTSMode", service -> service.namespaces().uts()),
        host("volumes_from", "VolumesFrom", Service::volumesFrom));
  }

  private static List<String> extraHosts(Service service) {
    List<String> hosts = new ArrayList<>();
    service
        .naming()
        .extraHosts()
        .forEach((name, addresses) -> addresses.forEach(each -> hosts.add(name + ":" + each)));
    return hosts;
  }

  private static @Nullable Map<String, Object> logging(@Nullable Logging logging) {
    return logging == null
        ? null
        : Map.of("Type", Objects.toString(logging.driver(), ""), "Config", logging.options());
  }

  private static Map<String, String> tmpfs(List<String> mounts) {
    Map<String, String> options = new TreeMap<>();
    for (String mount : mounts) {
      String[] parts = mount.split(":", 2);
      options.put(parts[0], parts.length == 2 ? parts[1] : "");
    }
    return options;
  }

  private static void security(ContainerSpec spec, ObjectNode host) {
    SecurityOptions options =
        SecurityOptions.of(spec.service(), spec.labels().get(ComposeLabels.WORKING_DIR));
    host.set("SecurityOpt", RequestJson.list(options.options()));
    if (options.allPaths()) {
      host.putArray("MaskedPaths");
      host.putArray("ReadonlyPaths");
    }
  }

  private static String credentials(CredentialSpec spec) {
    String file = spec.file();
    return "credentialspec=" + (file == null ? "registry://" + spec.registry() : "file://" + file);
  }
}
