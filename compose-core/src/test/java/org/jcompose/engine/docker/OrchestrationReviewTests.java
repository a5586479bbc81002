package org.jcompose.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jcompose.model.Deploy;
import org.jcompose.model.Devices;
import org.jcompose.model.FileObject;
import org.jcompose.model.FileReference;
import org.jcompose.model.NetworkUse;
import org.jcompose.model.Project;
import org.jcompose.model.Security;
import org.jcompose.model.Service;
import org.junit.jupiter.api.Test;

/** What one engine alone cannot give to containers is said by name. */
class OrchestrationReviewTests {

  private static final ApiVersion OLD = new ApiVersion(1, 41);
  private static final ApiVersion NEW = new ApiVersion(1, 51);

  @Test
  void deployThatNeedsAnOrchestratorIsNamed() {
    Deploy.RestartPolicy policy = new Deploy.RestartPolicy("any", Duration.ofSeconds(1), 3L, null);
    Deploy deploy =
        new Deploy(
            "global",
            null,
            Map.of("l", "v"),
            null,
            null,
            null,
            null,
            policy,
            Deploy.Placement.anywhere(),
            "vip");
    assertThat(review(Service.builder("web").deploy(deploy), Map.of(), NEW))
        .isEqualTo(
            """
            services.web.deploy.mode: 'deploy.mode' has no effect without an orchestrator
            services.web.deploy.labels: 'deploy.labels' has no effect without an orchestrator
            services.web.deploy.endpoint_mode: 'deploy.endpoint_mode' has no effect without an orchestrator
            services.web.deploy.restart_policy.delay: 'deploy.restart_policy.delay' has no effect without an orchestrator
            services.web.deploy.restart_policy.max_attempts: 'max_attempts' has no effect unless 'condition' is 'on-failure'
            """);
  }

  @Test
  void filesThatNoContainerCanBeGivenAreNamed() {
    Security readOnly = new Security(List.of(), List.of(), false, true, List.of(), List.of(), null);
    Service.Builder service =
        Service.builder("web")
            .security(readOnly)
            .configs(List.of(reference("root", null), reference("named", "nginx")))
            .secrets(List.of(reference("outside", null), reference("unset", null)));
    Map<String, FileObject> objects =
        Map.of(
            "root", object("root", null, "text", false),
            "named", object("named", "/host/f", null, false),
            "outside", object("outside", null, null, true),
            "unset", object("unset", null, null, false));
    assertThat(review(service, objects, NEW))
        .isEqualTo(
            """
            services.web.configs.0: config 'root' cannot be put into '/', because the service is 'read_only' (refused)
            services.web.configs.1.uid: 'uid' of config 'named' is 'nginx', which engines do not know by name (refused)
            services.web.configs.1: config 'named' cannot be put into '/', because the service is 'read_only' (refused)
            secrets.outside.external: secret 'outside' is external, which engines keep for orchestrated services only (refused)
            secrets.unset.environment: variable 'UNSET', which is secret 'unset', is not set (refused)
            """);
  }

  @Test
  void oldEngineNamesWhatItLacksInNetworksAndDevices() {
    Service.Builder service =
        Service.builder("web")
            .annotations(Map.of("a", "b"))
            .devices(
                new Devices(
                    List.of(new Devices.Mapping("vendor.com/class=one", null, null)),
                    List.of(),
                    List.of()))
            .networks(
                Map.of(
                    "a", NetworkUse.builder().macAddress("02:42:0a:d5:57:07").build(),
                    "b",
                        NetworkUse.builder()
                            .macAddress("02:42:0a:d5:57:08")
                            .interfaceName("x")
                            .gwPriority(1)
                            .build()));
    assertThat(review(service, Map.of(), OLD))
        .isEqualTo(
            """
            services.web.annotations: 'annotations' needs Docker API 1.43, so it is left out; this engine has 1.41
            services.web.devices.0: device 'vendor.com/class=one' of the Container Device Interface needs Docker API 1.44; this engine has 1.41 (refused)
            services.web.networks.b.gw_priority: 'gw_priority' needs Docker API 1.48, so the engine chooses the gateway; this engine has 1.41
            services.web.networks.b.interface_name: 'interface_name' needs Docker API 1.49; this engine has 1.41 (refused)
            services.web.networks.b.mac_address: 'mac_address' on any but the first network needs Docker API 1.44; this engine has 1.41 (refused)
            """);
    assertThat(review(service, Map.of(), NEW)).isEmpty();
  }

  private static FileReference reference(String source, String uid) {
    return new FileReference(source, null, uid, null, null);
  }

  private static FileObject object(String key, String file, String content, boolean external) {
    String variable = file == null && content == null && !external ? "UNSET" : null;
    return new FileObject(
        key, key, file, variable, content, external, Map.of(), null, Map.of(), null);
  }

  private static String review(
      Service.Builder service, Map<String, FileObject> objects, ApiVersion version) {
    Project project =
        Project.builder("p", Path.of("/p"))
            .services(Map.of("web", service.build()))
            .configs(objects)
            .secrets(objects)
            .build();
    return ProjectReview.of(project, version, false).stream()
        .map(
            finding ->
                finding.path()
                    + ": "
                    + finding.message()
                    + (finding.refused() ? " (refused)" : "")
                    + "\n")
        .collect(Collectors.joining());
  }
}
