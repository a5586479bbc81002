package org.jcompose.engine.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.Finding;
import org.jcompose.model.Healthcheck;
import org.jcompose.model.Hook;
import org.jcompose.model.Mount;
import org.jcompose.model.Network;
import org.jcompose.model.NetworkUse;
import org.jcompose.model.Port;
import org.jcompose.model.Project;
import org.jcompose.model.Service;
import org.jcompose.model.Volume;
import org.jspecify.annotations.Nullable;

/** Finds what of a project cannot be run as processes of this host, and what is left out. */
final class Review {

  /** What a process has as well, or what says nothing of the process itself. */
  private static final Set<String> CARRIED_OVER =
      Set.of(
          "command",
          "container_name",
          "depends_on",
          "entrypoint",
          "environment",
          "expose",
          "healthcheck",
          "image",
          "labels",
          "networks",
          "ports",
          "post_start",
          "pre_start",
          "pre_stop",
          "profiles",
          "restart",
          "scale",
          "stop_grace_period",
          "stop_signal",
          "user",
          "volumes",
          "working_dir");

  private static final Set<Mount.Type> NEEDS_AN_ENGINE =
      Set.of(Mount.Type.IMAGE, Mount.Type.NPIPE, Mount.Type.CLUSTER);

  private static final String NOT_CARRIED_OVER = "it does not carry over to processes of this host";

  private static final Pattern ONE_PORT = Pattern.compile("[1-9]\\d*");

  private final Account user;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<List<String>, LeftOut> leftOut = new LinkedHashMap<>();

  private Review(Account user) {
    this.user = user;
  }

  /**
   * The findings, by service, then networks and volumes.
   *
   * @param user the name of the user that processes run as
   */
  static List<Finding> of(Project project, String user) {
    Review review = new Review(new Account(user));
    project.services().values().forEach(review::service);
    review.leftOut.values().forEach(each -> review.findings.add(each.finding()));
    project.networks().values().forEach(review::network);
    project.volumes().values().forEach(review::volume);
    return review.findings;
  }

  /** A service that does not say how it is run without a container. */
  static Finding noProcess(Service service) {
    boolean says = service.extensions().containsKey(XProcess.KEY);
    return new Finding(
        "services." + service.name(),
        true,
        says
            ? "service '" + service.name() + "' has no command to run as a process"
            : "service '" + service.name() + "' has no 'x-process', so it needs a container",
        says
            ? "give 'x-process' a 'command'"
            : "add 'x-process: {}' to run its command on this host, or use a container engine");
  }

  private void service(Service service) {
    int before = findings.size();
    boolean isRunnable =
        XProcess.of(service, findings)
            .filter(process -> !Translator.command(service, process).isEmpty())
            .isPresent();
    if (!isRunnable && findings.size() == before) {
      findings.add(noProcess(service));
    }
    service.given().stream()
        .filter(attribute -> !CARRIED_OVER.contains(attribute))
        .forEach(attribute -> leaveOut(service, attribute, attribute, NOT_CARRIED_OVER));
    user(service);
    stopSignal(service);
    health(service);
    hooks(service, "pre_start", service.hooks().preStart());
    hooks(service, "post_start", service.hooks().postStart());
    hooks(service, "pre_stop", service.hooks().preStop());
    service.ports().forEach(port -> port(service, port));
    service.volumes().forEach(mount -> mount(service, mount));
    service.networks().forEach((name, use) -> use(service, name, use));
  }

  private void user(Service service) {
    String wanted = service.user();
    if (wanted == null) {
      return;
    }
    String[] parts = wanted.split(":", 2);
    if (!user.is(parts[0])) {
      refuse(
          service,
          "user",
          "service '%s' wants to run as user '%s', but its processes run as '%s'"
              .formatted(service.name(), parts[0], user.name()),
          "leave 'user' out, or run jcompose as that user");
    }
    if (parts.length == 2) {
      leaveOut(service, "user", "user", "processes run in the groups of '" + user.name() + "'");
    }
  }

  private void hooks(Service service, String attribute, List<Hook> hooks) {
    if (hooks.stream().anyMatch(hook -> hook.user() != null)) {
      leaveOut(service, attribute, "user", NOT_CARRIED_OVER);
    }
    if (hooks.stream().anyMatch(Hook::privileged)) {
      leaveOut(service, attribute, "privileged", NOT_CARRIED_OVER);
    }
  }

  private void stopSignal(Service service) {
    String signal = service.stopSignal();
    if (signal == null) {
      return;
    }
    try {
      Signals.parse(signal);
    } catch (EngineException e) {
      refuse(service, "stop_signal", String.valueOf(e.getMessage()), null);
    }
  }

  private void health(Service service) {
    Healthcheck check = service.healthcheck();
    if (check != null && !check.isDisabled() && check.test().isEmpty()) {
      String why = "it has no 'test', and a process has no image to take it from";
      leaveOut(service, "healthcheck", "healthcheck", why);
    }
  }

  private void port(Service service, Port port) {
    String published = port.published();
    if (published != null && ONE_PORT.matcher(published).matches() && service.replicas() > 1) {
      refuse(
          service,
          "ports",
          "port '"
              + published
              + "' cannot be published by "
              + service.replicas()
              + " replicas of service '"
              + service.name()
              + "'",
          "publish a range of ports, or none in particular");
    }
  }

  private void mount(Service service, Mount mount) {
    if (mount.readOnly()) {
      String why = "a process may write wherever its user may";
      leaveOut(service, "volumes", "read_only", why);
    }
    if (mount.type() == Mount.Type.TMPFS) {
      leaveOut(service, "volumes", "tmpfs", "it is a folder on disk instead");
    }
    if (NEEDS_AN_ENGINE.contains(mount.type())) {
      refuse(
          service,
          "volumes",
          "service '"
              + service.name()
              + "' mounts a volume of type '"
              + mount.type().key()
              + "', which a process of this host cannot have",
          "use a bind or a volume, or a container engine");
    }
    Mount.VolumeOptions volume = mount.volume();
    if (volume != null && !volume.labels().isEmpty()) {
      leaveOut(service, "volumes", "labels", "the volume is a folder on disk");
    }
    Mount.BindOptions bind = mount.bind();
    if (bind != null && bind.recursive() != null) {
      leaveOut(service, "volumes", "recursive", "processes see the host's files as they are");
    }
  }

  private void use(Service service, String network, NetworkUse use) {
    String path = "networks." + network;
    String shared = "processes share the host's addresses and have no names of their own";
    shared(use)
        .forEach(
            (attribute, given) -> {
              if (given) {
                leaveOut(service, path, attribute, shared);
              }
            });
  }

  /** What processes cannot have of their own, since they share the host's network. */
  private static Map<String, Boolean> shared(NetworkUse use) {
    Map<String, Boolean> given = new LinkedHashMap<>();
    given.put("ipv4_address", use.ipv4Address() != null);
    given.put("ipv6_address", use.ipv6Address() != null);
    given.put("aliases", !use.aliases().isEmpty());
    given.put("driver_opts", !use.driverOpts().isEmpty());
    given.put("gw_priority", use.gwPriority() != null);
    given.put("interface_name", use.interfaceName() != null);
    given.put("link_local_ips", !use.linkLocalIps().isEmpty());
    given.put("mac_address", use.macAddress() != null);
    return given;
  }

  private void network(Network network) {
    if (network.internal()) {
      String path = "networks." + network.key();
      findings.add(
          new Finding(
              path,
              false,
              "'internal' of network '" + network.key() + "' is left out: nothing is isolated",
              null));
    }
  }

  private void volume(Volume volume) {
    boolean isPlain = volume.driver() == null || volume.driver().equals("local");
    if (!isPlain || !volume.driverOpts().equals(Map.of())) {
      findings.add(
          new Finding(
              "volumes." + volume.key(),
              false,
              "the driver of volume '" + volume.key() + "' is left out: it is a folder on disk",
              null));
    }
  }

  private void leaveOut(Service service, String path, String attribute, String why) {
    leftOut
        .computeIfAbsent(
            List.of(attribute, why), key -> new LeftOut(attribute, why, pathOf(service, path)))
        .services()
        .add("'" + service.name() + "'");
  }

  private void refuse(Service service, String attribute, String message, @Nullable String fix) {
    findings.add(new Finding(pathOf(service, attribute), true, message, fix));
  }

  private static String pathOf(Service service, String attribute) {
    return "services." + service.name() + "." + attribute;
  }

  /** An attribute that many services may have; it is told once. */
  private record LeftOut(String attribute, String why, String firstPath, Set<String> services) {
    LeftOut(String attribute, String why, String firstPath) {
      this(attribute, why, firstPath, new TreeSet<>());
    }

    Finding finding() {
      String owners =
          (services.size() == 1 ? "service " : "services ") + String.join(", ", services);
      String message = "'" + attribute + "' of " + owners + " is left out: " + why;
      return new Finding(firstPath, false, message, null);
    }
  }
}
