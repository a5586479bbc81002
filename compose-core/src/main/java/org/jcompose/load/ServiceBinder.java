package org.jcompose.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jcompose.model.Dependency;
import org.jcompose.model.Dependency.Condition;
import org.jcompose.model.Devices;
import org.jcompose.model.Healthcheck;
import org.jcompose.model.ModelUse;
import org.jcompose.model.Naming;
import org.jcompose.model.NetworkUse;
import org.jcompose.model.Port;
import org.jcompose.model.Security;
import org.jcompose.model.Service;
import org.jcompose.model.UnfilledExtension;
import org.jcompose.problem.Problems;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;
import org.jspecify.annotations.Nullable;

/** Makes services of canonical nodes. */
final class ServiceBinder {

  private static final int HIGHEST_PORT = 65_535;

  private final ServiceEnvironment environment;
  private final BuildBinder builds;
  private final MountBinder mounts;
  private final Problems problems;

  ServiceBinder(ServiceEnvironment environment, BuildBinder builds, Problems problems) {
    this.environment = environment;
    this.builds = builds;
    this.mounts = new MountBinder(problems);
    this.problems = problems;
  }

  Service bind(String name, View view) {
    Service.Builder service =
        Service.builder(name)
            .image(view.nonEmpty("image"))
            .command(view.textsOrNull("command"))
            .entrypoint(view.textsOrNull("entrypoint"))
            .ports(ports(view))
            .volumes(mounts.bind(view.views("volumes")))
            .networks(networks(view))
            .dependsOn(dependsOn(view))
            .healthcheck(view.has("healthcheck") ? healthcheck(view.view("healthcheck")) : null)
            .restart(view.nonEmpty("restart"))
            .workingDir(view.nonEmpty("working_dir"))
            .user(view.nonEmpty("user"))
            .stopSignal(view.nonEmpty("stop_signal"))
            .stopGracePeriod(view.duration("stop_grace_period"))
            .containerName(view.nonEmpty("container_name"))
            .scale(view.integer("scale"))
            .expose(view.texts("expose"))
            .unfilledExtension(view.has("extends") ? unfilled(view.view("extends")) : null)
            .init(view.bool("init"))
            .tmpfs(view.texts("tmpfs"))
            .tty(view.isOn("tty"))
            .stdinOpen(view.isOn("stdin_open"))
            .naming(naming(view))
            .security(security(view))
            .profiles(view.texts("profiles"))
            .build(builds.bind(view))
            .deploy(DeployBinder.bind(view))
            .develop(LifecycleBinder.develop(view))
            .hooks(LifecycleBinder.hooks(view))
            .provider(LifecycleBinder.provider(view))
            .configs(FileBinder.configs(view))
            .secrets(FileBinder.secrets(view))
            .credentialSpec(FileBinder.credentialSpec(view))
            .models(models(view))
            .pullRefreshAfter(view.nonEmpty("pull_refresh_after"))
            .extensions(view.extensions());
    ContainerBinder.bind(view, service);
    service.devices(
        new Devices(
            ContainerBinder.devices(view),
            view.texts("device_cgroup_rules"),
            DeployBinder.devices(view, "gpus")));
    environment.bind(view, service);
    return ImpliedDependencies.added(service.build());
  }

  private static @Nullable UnfilledExtension unfilled(View view) {
    String file = view.text("file");
    String service = view.text("service");
    return file == null || service == null ? null : new UnfilledExtension(file, service);
  }

  private static Naming naming(View view) {
    return new Naming(
        view.nonEmpty("hostname"),
        view.nonEmpty("domainname"),
        ContainerBinder.extraHosts(view),
        view.texts("dns").stream().filter(server -> !server.isEmpty()).toList(),
        view.texts("dns_opt"),
        view.texts("dns_search"));
  }

  private static Security security(View view) {
    return new Security(
        view.texts("cap_add"),
        view.texts("cap_drop"),
        view.isOn("privileged"),
        view.isOn("read_only"),
        view.texts("security_opt"),
        view.texts("group_add"),
        view.nonEmpty("userns_mode"));
  }

  private List<Port> ports(View service) {
    List<Port> ports = new ArrayList<>();
    for (View view : service.views("ports")) {
      Integer target = view.integer("target");
      if (target == null || target < 1 || target > HIGHEST_PORT) {
        problems.error(view.place("target"), "a port has no 'target' from 1 to " + HIGHEST_PORT);
      } else {
        checkAddress(view);
        ports.add(port(target, view));
      }
    }
    return ports;
  }

  private void checkAddress(View port) {
    String address = port.nonEmpty("host_ip");
    if (address != null && !ShortPort.isAddress(address)) {
      problems.error(
          port.place("host_ip"), "'" + Abbreviated.of(address) + "' is no IP address of a host");
    }
  }

  private static Port port(int target, View view) {
    return new Port(
        target,
        view.nonEmpty("published"),
        view.nonEmpty("host_ip"),
        Objects.requireNonNullElse(view.text("protocol"), "tcp"),
        Objects.requireNonNullElse(view.text("mode"), "ingress"),
        view.nonEmpty("name"),
        view.nonEmpty("app_protocol"));
  }

  private static Map<String, NetworkUse> networks(View service) {
    Map<String, NetworkUse> networks = new LinkedHashMap<>();
    for (Entry entry : service.entries("networks")) {
      boolean bare = !(entry.value() instanceof Mapping);
      networks.put(entry.key(), bare ? NetworkUse.plain() : networkUse(View.of(entry.value())));
    }
    boolean elsewhere = service.has("network_mode") || service.has("provider");
    boolean implied = networks.isEmpty() && !elsewhere;
    return implied ? Map.of("default", NetworkUse.plain()) : networks;
  }

  private static Map<String, ModelUse> models(View service) {
    Map<String, ModelUse> models = new LinkedHashMap<>();
    for (Entry entry : service.entries("models")) {
      View view = View.of(entry.value());
      boolean bare = !(entry.value() instanceof Mapping);
      models.put(
          entry.key(),
          new ModelUse(view.nonEmpty("endpoint_var"), view.nonEmpty("model_var"), bare));
    }
    return models;
  }

  private static NetworkUse networkUse(View view) {
    return NetworkUse.builder()
        .aliases(view.texts("aliases"))
        .driverOpts(view.textMap("driver_opts"))
        .gwPriority(view.integer("gw_priority"))
        .interfaceName(view.nonEmpty("interface_name"))
        .linkLocalIps(view.texts("link_local_ips"))
        .macAddress(view.nonEmpty("mac_address"))
        .ipv4Address(view.nonEmpty("ipv4_address"))
        .ipv6Address(view.nonEmpty("ipv6_address"))
        .priority(view.integer("priority"))
        .build();
  }

  private Map<String, Dependency> dependsOn(View service) {
    Map<String, Dependency> dependencies = new LinkedHashMap<>();
    for (Entry entry : service.entries("depends_on")) {
      View view = new View((Mapping) entry.value());
      Condition condition = condition(view);
      if (condition != null) {
        boolean required = !Boolean.FALSE.equals(view.bool("required"));
        dependencies.put(entry.key(), new Dependency(condition, required, view.isOn("restart")));
      }
    }
    return dependencies;
  }

  private @Nullable Condition condition(View view) {
    String key = Objects.requireNonNullElse(view.text("condition"), "service_started");
    for (Condition condition : Condition.values()) {
      if (condition.key().equals(key)) {
        return condition;
      }
    }
    List<String> known = Arrays.stream(Condition.values()).map(Condition::key).toList();
    problems.error(
        view.place("condition"),
        "'" + key + "' is no condition of 'depends_on'",
        "use one of " + String.join(", ", known));
    return null;
  }

  private Healthcheck healthcheck(View view) {
    return new Healthcheck(
        view.texts("test"),
        view.duration("interval"),
        view.duration("timeout"),
        view.integer("retries"),
        view.duration("start_period"),
        view.duration("start_interval"),
        view.isOn("disable"));
  }
}
