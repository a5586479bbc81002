package org.jcompose.engine.docker;

import java.util.ArrayList;
import java.util.List;
import org.jcompose.engine.Finding;
import org.jcompose.model.Healthcheck;
import org.jcompose.model.Mount;
import org.jcompose.model.Network;
import org.jcompose.model.Port;
import org.jcompose.model.Project;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/** Looks through a project for what a daemon of some version would leave out without a word. */
final class ProjectReview {

  private final ApiVersion version;
  private final boolean podman;
  private final List<Finding> findings = new ArrayList<>();

  private ProjectReview(ApiVersion version, boolean podman) {
    this.version = version;
    this.podman = podman;
  }

  static List<Finding> of(Project project, ApiVersion version, boolean podman) {
    ProjectReview review = new ProjectReview(version, podman);
    project.services().forEach((name, service) -> review.service("services." + name, service));
    project.networks().forEach((key, network) -> review.network("networks." + key, network));
    return List.copyOf(review.findings);
  }

  private void service(String path, Service service) {
    service.given().stream()
        .filter(attribute -> !ServiceAttributes.knows(attribute))
        .forEach(attribute -> unknown(path, service, attribute));
    if (podman) {
      podman(path, service);
    }
    Healthcheck check = service.healthcheck();
    if (check != null && check.startInterval() != null) {
      needs(
          Features.START_INTERVAL,
          false,
          path + ".healthcheck.start_interval",
          "'start_interval' needs Docker API %s, so 'interval' counts from the start");
    }
    for (int i = 0; i < service.ports().size(); i++) {
      port(path + ".ports." + i, service.ports().get(i));
    }
    for (int i = 0; i < service.volumes().size(); i++) {
      mount(path + ".volumes." + i, service.volumes().get(i));
    }
  }

  private void unknown(String path, Service service, String attribute) {
    add(
        path + "." + attribute,
        true,
        "'" + attribute + "' of service '" + service.name() + "' is not supported",
        "leave it out");
  }

  private void podman(String path, Service service) {
    if (service.naming().domainname() != null) {
      add(
          path + ".domainname",
          false,
          "'domainname' has no effect with Podman",
          "make it part of 'hostname'");
    }
    for (String option : service.security().securityOpt()) {
      podman(path + ".security_opt", option);
    }
  }

  private void podman(String path, String option) {
    if (option.equals(SecurityOptions.ALL_PATHS)) {
      add(path, false, "'" + option + "' has no effect with Podman", "write 'unmask=ALL'");
    } else if (SecurityOptions.profile(option) != null) {
      String message = "Podman takes no seccomp profile from a file such as '" + option + "'";
      add(path, true, message, "leave it out, or use Docker Engine");
    }
  }

  private void port(String path, Port port) {
    String published = port.published();
    if (podman && published != null && published.contains("-")) {
      add(
          path + ".published",
          true,
          "Podman takes no range such as '" + published + "' for one port",
          "publish a single port, or leave 'published' out");
    }
  }

  private void mount(String path, Mount mount) {
    Mount.VolumeOptions volume = mount.volume();
    if (volume != null && volume.subpath() != null) {
      needs(
          Features.VOLUME_SUBPATH,
          true,
          path + ".volume.subpath",
          "'subpath' needs Docker API %s; without it all of the volume would be mounted");
    }
    Mount.BindOptions bind = mount.bind();
    if (podman && bind != null && !bind.createHostPath()) {
      add(
          path + ".bind.create_host_path",
          false,
          "'create_host_path: false' has no effect with Podman",
          null);
    } else if (bind != null && bind.selinux() != null && !bind.createHostPath()) {
      add(
          path + ".bind.create_host_path",
          false,
          "'create_host_path: false' has no effect with 'selinux'",
          "leave one of the two out");
    }
    if (bind != null && bind.createHostPath() && (mount.source() + mount.target()).contains(":")) {
      needs(
          Features.CREATE_MOUNTPOINT,
          false,
          path + ".bind.create_host_path",
          "'create_host_path' of a path with a colon needs Docker API %s");
    }
  }

  private void network(String path, Network network) {
    if (Boolean.FALSE.equals(network.enableIpv4())) {
      needs(
          Features.ENABLE_IPV4,
          false,
          path + ".enable_ipv4",
          "'enable_ipv4: false' needs Docker API %s, so the network has IPv4");
    }
  }

  private void needs(Features feature, boolean refused, String path, String message) {
    if (!feature.isIn(version)) {
      String had = "; this engine has " + version;
      add(path, refused, String.format(message, feature.least()) + had, null);
    }
  }

  private void add(String path, boolean refused, String message, @Nullable String fix) {
    findings.add(new Finding(path, refused, message, fix));
  }
}
