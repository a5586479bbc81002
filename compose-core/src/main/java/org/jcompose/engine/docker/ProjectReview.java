package org.jcompose.engine.docker;

import java.util.List;
import java.util.Map;
import org.jcompose.engine.Finding;
import org.jcompose.model.Healthcheck;
import org.jcompose.model.Network;
import org.jcompose.model.Project;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/** Looks through a project for what a daemon of some version would leave out without a word. */
final class ProjectReview {

  /** What engines for Linux take and forget. */
  private static final List<String> WINDOWS_ONLY = List.of("cpu_count", "cpu_percent");

  private final boolean podman;
  private final Findings findings;

  private ProjectReview(ApiVersion version, boolean podman) {
    this.podman = podman;
    this.findings = new Findings(version);
  }

  static List<Finding> of(Project project, ApiVersion version, boolean podman) {
    ProjectReview review = new ProjectReview(version, podman);
    project
        .services()
        .forEach((name, service) -> review.service(project, "services." + name, service));
    project.networks().forEach((key, network) -> review.network("networks." + key, network));
    return review.findings.all();
  }

  private void service(Project project, String path, Service service) {
    service.given().stream()
        .filter(attribute -> !ServiceAttributes.knows(attribute))
        .forEach(attribute -> unknown(path, service, attribute));
    if (podman) {
      PodmanReview.service(findings, path, service);
    }
    attributes(path, service);
    healthcheck(path, service.healthcheck());
    DeployReview.service(findings, path, service);
    NetworkUseReview.service(findings, path, service);
    MountReview.service(findings, podman, path, service);
    new FileReview(findings, project).service(path, service);
  }

  private void unknown(String path, Service service, String attribute) {
    findings.refuse(
        path + "." + attribute,
        "'" + attribute + "' of service '" + service.name() + "' is not supported",
        "leave it out");
  }

  private void attributes(String path, Service service) {
    Map<String, Features> needed =
        Map.of(
            "annotations", Features.ANNOTATIONS,
            "cgroup", Features.CGROUP_NAMESPACE,
            "platform", Features.PLATFORM);
    for (String attribute : service.given()) {
      Features feature = needed.get(attribute);
      if (feature != null) {
        findings.warnWithout(
            feature,
            path + "." + attribute,
            "'" + attribute + "' needs Docker API %s, so it is left out");
      }
      if (WINDOWS_ONLY.contains(attribute)) {
        findings.warn(
            path + "." + attribute,
            "'" + attribute + "' has an effect on Windows only",
            "use 'cpus'");
      }
    }
  }

  private void healthcheck(String path, @Nullable Healthcheck check) {
    if (check != null && check.startInterval() != null) {
      findings.warnWithout(
          Features.START_INTERVAL,
          path + ".healthcheck.start_interval",
          "'start_interval' needs Docker API %s, so 'interval' counts from the start");
    }
  }

  private void network(String path, Network network) {
    if (Boolean.FALSE.equals(network.enableIpv4())) {
      findings.warnWithout(
          Features.ENABLE_IPV4,
          path + ".enable_ipv4",
          "'enable_ipv4: false' needs Docker API %s, so the network has IPv4");
    }
  }
}
