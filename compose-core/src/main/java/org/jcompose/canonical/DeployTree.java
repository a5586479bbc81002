package org.jcompose.canonical;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jcompose.model.Deploy;
import org.jcompose.model.Deploy.GenericResource;
import org.jcompose.model.Deploy.Placement;
import org.jcompose.model.Deploy.Resource;
import org.jcompose.model.Deploy.RestartPolicy;
import org.jcompose.model.Deploy.Update;
import org.jcompose.model.DeviceRequest;
import org.jspecify.annotations.Nullable;

/** Deployments and requests for devices as trees in the order of Docker Compose's structures. */
final class DeployTree {

  private DeployTree() {}

  static @Nullable Map<String, @Nullable Object> of(@Nullable Deploy deploy) {
    if (deploy == null) {
      return null;
    }
    Tree resources =
        new Tree()
            .present("limits", resource(deploy.limits()))
            .present("reservations", resource(deploy.reservations()));
    return new Tree()
        .put("mode", deploy.mode())
        .present("replicas", deploy.replicas())
        .put("labels", deploy.labels())
        .present("update_config", update(deploy.updateConfig()))
        .present("rollback_config", update(deploy.rollbackConfig()))
        .struct("resources", resources)
        .present("restart_policy", restartPolicy(deploy.restartPolicy()))
        .struct("placement", placement(deploy.placement()))
        .put("endpoint_mode", deploy.endpointMode())
        .build();
  }

  private static @Nullable Map<String, @Nullable Object> update(@Nullable Update update) {
    if (update == null) {
      return null;
    }
    return new Tree()
        .present("parallelism", update.parallelism())
        .present("delay", nonZero(update.delay()))
        .put("failure_action", update.failureAction())
        .present("monitor", nonZero(update.monitor()))
        .put("max_failure_ratio", update.maxFailureRatio())
        .put("order", update.order())
        .build();
  }

  private static @Nullable String nonZero(@Nullable Duration duration) {
    return duration == null || duration.isZero() ? null : GoDuration.print(duration);
  }

  private static @Nullable Map<String, @Nullable Object> resource(@Nullable Resource resource) {
    if (resource == null) {
      return null;
    }
    return new Tree()
        .put("cpus", resource.cpus())
        .put("memory", LimitTree.size(resource.memory()))
        .put("pids", resource.pids())
        .put("devices", devices(resource.devices()))
        .put(
            "generic_resources",
            resource.genericResources().stream().map(DeployTree::genericResource).toList())
        .build();
  }

  private static Map<String, @Nullable Object> genericResource(GenericResource resource) {
    Tree tree = new Tree();
    if (resource.kind() != null) {
      tree.keep(
          "discrete_resource_spec",
          new Tree().keep("kind", resource.kind()).keep("value", resource.value()).build());
    }
    return tree.build();
  }

  private static @Nullable Map<String, @Nullable Object> restartPolicy(
      @Nullable RestartPolicy policy) {
    if (policy == null) {
      return null;
    }
    return new Tree()
        .put("condition", policy.condition())
        .present("delay", GoDuration.print(policy.delay()))
        .present("max_attempts", policy.maxAttempts())
        .present("window", GoDuration.print(policy.window()))
        .build();
  }

  private static Tree placement(Placement placement) {
    return new Tree()
        .put("constraints", placement.constraints())
        .put(
            "preferences",
            placement.spread().stream()
                .map(label -> new Tree().put("spread", label).build())
                .toList())
        .put("max_replicas_per_node", placement.maxReplicasPerNode());
  }

  static List<Map<String, @Nullable Object>> devices(List<DeviceRequest> devices) {
    return devices.stream().map(DeployTree::device).toList();
  }

  private static Map<String, @Nullable Object> device(DeviceRequest device) {
    return new Tree()
        .put("capabilities", device.capabilities())
        .put("driver", device.driver())
        .put("count", device.count())
        .put("device_ids", device.deviceIds())
        .put("options", device.options())
        .build();
  }
}
