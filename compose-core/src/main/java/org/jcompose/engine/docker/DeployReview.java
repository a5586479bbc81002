package org.jcompose.engine.docker;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jcompose.model.Deploy;
import org.jcompose.model.Deploy.Resource;
import org.jcompose.model.Deploy.RestartPolicy;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a service's {@code deploy} for what one engine alone cannot do, and through the
 * devices that it asks for.
 */
final class DeployReview {

  private static final String DEVICES =
      "it asks for devices, which needs Docker API %s; it would run without them";

  private DeployReview() {}

  static void service(Findings findings, String path, Service service) {
    if (!service.devices().gpus().isEmpty()) {
      findings.refuseWithout(
          Features.DEVICE_REQUESTS,
          path + ".gpus",
          "'gpus' needs Docker API %s; without it there would be none");
    }
    for (int i = 0; i < service.devices().mappings().size(); i++) {
      String source = service.devices().mappings().get(i).source();
      if (DeployFields.isCdi(service.devices().mappings().get(i))) {
        findings.refuseWithout(
            Features.CDI_DEVICES,
            path + ".devices." + i,
            "device '" + source + "' of the Container Device Interface needs Docker API %s");
      }
    }
    Deploy deploy = service.deploy();
    if (deploy != null) {
      deploy(findings, path + ".deploy.", deploy);
    }
  }

  private static void deploy(Findings findings, String path, Deploy deploy) {
    Resource reservations = deploy.reservations();
    if (reservations != null && !reservations.devices().isEmpty()) {
      findings.refuseWithout(
          Features.DEVICE_REQUESTS, path + "resources.reservations.devices", DEVICES);
    }
    leftOut(deploy)
        .forEach(
            (attribute, isGiven) -> {
              if (isGiven) {
                findings.warn(
                    path + attribute,
                    "'deploy." + attribute + "' has no effect without an orchestrator",
                    null);
              }
            });
    RestartPolicy policy = deploy.restartPolicy();
    if (policy != null && policy.maxAttempts() != null && !RestartPolicies.isCounted(policy)) {
      findings.warn(
          path + "restart_policy.max_attempts",
          "'max_attempts' has no effect unless 'condition' is 'on-failure'",
          "set 'condition: on-failure'");
    }
  }

  private static Map<String, Boolean> leftOut(Deploy deploy) {
    Map<String, Boolean> leftOut = new LinkedHashMap<>();
    String mode = deploy.mode();
    leftOut.put("mode", mode != null && !mode.equals("replicated"));
    leftOut.put("labels", !deploy.labels().isEmpty());
    leftOut.put("update_config", deploy.updateConfig() != null);
    leftOut.put("rollback_config", deploy.rollbackConfig() != null);
    leftOut.put("placement", !deploy.placement().equals(Deploy.Placement.anywhere()));
    leftOut.put("endpoint_mode", deploy.endpointMode() != null);
    resource(leftOut, "resources.limits.", deploy.limits());
    Resource reservations = deploy.reservations();
    leftOut.put("resources.reservations.cpus", reservations != null && reservations.cpus() != null);
    leftOut.put("resources.reservations.pids", reservations != null && reservations.pids() != null);
    resource(leftOut, "resources.reservations.", reservations);
    RestartPolicy policy = deploy.restartPolicy();
    leftOut.put("restart_policy.delay", policy != null && policy.delay() != null);
    leftOut.put("restart_policy.window", policy != null && policy.window() != null);
    return leftOut;
  }

  private static void resource(
      Map<String, Boolean> leftOut, String path, @Nullable Resource resource) {
    leftOut.put(
        path + "generic_resources", resource != null && !resource.genericResources().isEmpty());
  }
}
