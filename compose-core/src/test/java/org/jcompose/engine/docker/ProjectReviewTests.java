package org.jcompose.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jcompose.engine.Finding;
import org.jcompose.model.EnvFile;
import org.jcompose.model.Healthcheck;
import org.jcompose.model.Mount;
import org.jcompose.model.Naming;
import org.jcompose.model.Network;
import org.jcompose.model.Port;
import org.jcompose.model.Project;
import org.jcompose.model.Security;
import org.jcompose.model.Service;
import org.junit.jupiter.api.Test;

class ProjectReviewTests {

  @Test
  void newDaemonLeavesNothingOut() {
    assertThat(review(1, 51)).isEmpty();
  }

  @Test
  void oldDaemonLeavesOutByName() {
    assertThat(review(1, 41))
        .containsExactly(
            new Finding(
                "services.web.healthcheck.start_interval",
                false,
                "'start_interval' needs Docker API 1.44, so 'interval' counts from the start;"
                    + " this engine has 1.41",
                null),
            new Finding(
                "services.web.volumes.0.volume.subpath",
                true,
                "'subpath' needs Docker API 1.45; without it all of the volume would be mounted;"
                    + " this engine has 1.41",
                null),
            new Finding(
                "services.web.volumes.1.bind.create_host_path",
                false,
                "'create_host_path' of a path with a colon needs Docker API 1.42;"
                    + " this engine has 1.41",
                null),
            new Finding(
                "networks.net.enable_ipv4",
                false,
                "'enable_ipv4: false' needs Docker API 1.48, so the network has IPv4;"
                    + " this engine has 1.41",
                null));
  }

  @Test
  void podmanTakesNoRangeForAPort() {
    Service web = Service.builder("web").ports(List.of(Port.of(80, "8080-8090"))).build();
    assertThat(ProjectReview.of(project(web, Map.of()), new ApiVersion(1, 41), true))
        .containsExactly(
            new Finding(
                "services.web.ports.0.published",
                true,
                "Podman takes no range such as '8080-8090' for one port",
                "publish a single port, or leave 'published' out"));
  }

  @Test
  void podmanNeedsSystemdForHealthchecks() {
    Healthcheck check =
        new Healthcheck(List.of("CMD", "true"), null, null, null, null, null, false);
    Service web = Service.builder("web").healthcheck(check).build();
    ApiVersion version = new ApiVersion(1, 44);
    assertThat(ProjectReview.of(project(web, Map.of()), version, true))
        .extracting(Finding::path, Finding::refused)
        .containsExactly(tuple("services.web.healthcheck", false));
    assertThat(ProjectReview.of(project(web, Map.of()), version, false)).isEmpty();
  }

  @Test
  void podmanSaysWhatOfNamingAndRightsItLeavesOut() {
    List<String> options =
        List.of("systempaths=unconfined", "seccomp=p.json", "seccomp=unconfined");
    Service web =
        Service.builder("web")
            .naming(new Naming("h", "example.org", Map.of(), List.of(), List.of(), List.of()))
            .security(new Security(List.of(), List.of(), false, false, options, List.of(), null))
            .build();
    ApiVersion version = new ApiVersion(1, 41);
    assertThat(ProjectReview.of(project(web, Map.of()), version, true))
        .containsExactly(
            new Finding(
                "services.web.domainname",
                false,
                "'domainname' has no effect with Podman",
                "make it part of 'hostname'"),
            new Finding(
                "services.web.security_opt",
                false,
                "'systempaths=unconfined' has no effect with Podman",
                "write 'unmask=ALL'"),
            new Finding(
                "services.web.security_opt",
                true,
                "Podman takes no seccomp profile from a file such as 'seccomp=p.json'",
                "leave it out, or use Docker Engine"));
    assertThat(ProjectReview.of(project(web, Map.of()), version, false)).isEmpty();
  }

  @Test
  void attributeThatIsNotKnownIsRefusedByName() {
    Service web =
        Service.builder("web").envFiles(List.of(new EnvFile("/p/.env", true, null))).build();
    assertThat(ProjectReview.of(project(web, Map.of()), new ApiVersion(1, 51), false))
        .containsExactly(
            new Finding(
                "services.web.env_file",
                true,
                "'env_file' of service 'web' is not supported",
                "leave it out"));
  }

  private static List<Finding> review(int major, int minor) {
    return ProjectReview.of(project(), new ApiVersion(major, minor), false);
  }

  private static Project project() {
    Duration second = Duration.ofSeconds(1);
    Service web =
        Service.builder("web")
            .healthcheck(new Healthcheck(List.of(), null, null, null, null, second, false))
            .volumes(List.of(subpath(), colon()))
            .build();
    Network network =
        new Network(
            "net", "p_net", false, null, Map.of(), false, false, false, true, null, Map.of());
    return project(web, Map.of("net", network));
  }

  private static Project project(Service web, Map<String, Network> networks) {
    return Project.builder("p", Path.of("/p"))
        .services(Map.of("web", web))
        .networks(networks)
        .build();
  }

  private static Mount subpath() {
    Mount.VolumeOptions options = new Mount.VolumeOptions(false, "sub", Map.of());
    return new Mount(Mount.Type.VOLUME, "p_data", "/data", false, null, null, options, null);
  }

  private static Mount colon() {
    Mount.BindOptions options = new Mount.BindOptions(true, null, null, null);
    return new Mount(Mount.Type.BIND, "/a:b", "/b", false, null, options, null, null);
  }
}
