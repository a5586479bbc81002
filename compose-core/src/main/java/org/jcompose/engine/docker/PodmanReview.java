package org.jcompose.engine.docker;

import java.util.List;
import org.jcompose.model.Healthcheck;
import org.jcompose.model.Port;
import org.jcompose.model.Service;

/** Looks through a service for what Podman lacks, whatever version of Docker's API it speaks. */
final class PodmanReview {

  private PodmanReview() {}

  static void service(Findings findings, String path, Service service) {
    if (service.naming().domainname() != null) {
      findings.warn(
          path + ".domainname",
          "'domainname' has no effect with Podman",
          "make it part of 'hostname'");
    }
    Healthcheck check = service.healthcheck();
    if (check != null && !check.isDisabled()) {
      findings.warn(
          path + ".healthcheck",
          "Podman runs a 'healthcheck' only where systemd does; elsewhere it never says healthy",
          "limit waits for it by '--wait-timeout', or use Docker Engine");
    }
    links(findings, path + ".links", service.links());
    links(findings, path + ".external_links", service.externalLinks());
    for (String option : service.security().securityOpt()) {
      securityOption(findings, path + ".security_opt", option);
    }
    for (int i = 0; i < service.ports().size(); i++) {
      port(findings, path + ".ports." + i, service.ports().get(i));
    }
  }

  private static void links(Findings findings, String path, List<String> links) {
    for (String link : links) {
      findings.warn(
          path,
          "Podman has no links such as '"
              + link
              + "': containers are found by their own names only",
          "give the other service the name under 'aliases' of a network");
    }
  }

  private static void securityOption(Findings findings, String path, String option) {
    if (option.equals(SecurityOptions.ALL_PATHS)) {
      findings.warn(path, "'" + option + "' has no effect with Podman", "write 'unmask=ALL'");
    } else if (SecurityOptions.profile(option) != null) {
      String message = "Podman takes no seccomp profile from a file such as '" + option + "'";
      findings.refuse(path, message, "leave it out, or use Docker Engine");
    }
  }

  private static void port(Findings findings, String path, Port port) {
    String published = port.published();
    if (published != null && published.contains("-")) {
      findings.refuse(
          path + ".published",
          "Podman takes no range such as '" + published + "' for one port",
          "publish a single port, or leave 'published' out");
    }
  }
}
