package org.jcompose.load;

import java.util.List;
import org.jcompose.model.Deploy;
import org.jcompose.model.Deploy.GenericResource;
import org.jcompose.model.Deploy.Placement;
import org.jcompose.model.Deploy.Resource;
import org.jcompose.model.Deploy.RestartPolicy;
import org.jcompose.model.Deploy.Update;
import org.jcompose.model.DeviceRequest;
import org.jcompose.yaml.Node.Mapping;
import org.jspecify.annotations.Nullable;

/** Makes what services say of their deployment, and requests for devices, of canonical nodes. */
final class DeployBinder {

  private DeployBinder() {}

  static @Nullable Deploy bind(View service) {
    if (!isMapping(service, "deploy")) {
      return null;
    }
    View view = service.view("deploy");
    View resources = view.view("resources");
    Integer scale = service.integer("scale");
    return new Deploy(
        view.nonEmpty("mode"),
        scale == null ? view.integer("replicas") : scale,
        view.textMap("labels"),
        update(view, "update_config"),
        update(view, "rollback_config"),
        resource(resources, "limits"),
        resource(resources, "reservations"),
        isMapping(view, "restart_policy") ? restartPolicy(view.view("restart_policy")) : null,
        placement(view.view("placement")),
        view.nonEmpty("endpoint_mode"));
  }

  private static boolean isMapping(View view, String key) {
    return view.mapping().get(key) instanceof Mapping;
  }

  private static @Nullable Update update(View deploy, String key) {
    if (!isMapping(deploy, key)) {
      return null;
    }
    View view = deploy.view(key);
    return new Update(
        view.number("parallelism"),
        view.duration("delay"),
        view.nonEmpty("failure_action"),
        view.duration("monitor"),
        view.decimal("max_failure_ratio"),
        view.nonEmpty("order"));
  }

  private static @Nullable Resource resource(View resources, String key) {
    if (!isMapping(resources, key)) {
      return null;
    }
    View view = resources.view(key);
    return new Resource(
        view.decimal("cpus"),
        view.number("memory"),
        view.number("pids"),
        devices(view, "devices"),
        view.views("generic_resources").stream().map(DeployBinder::genericResource).toList());
  }

  private static GenericResource genericResource(View view) {
    View spec = view.view("discrete_resource_spec");
    Long value = spec.number("value");
    boolean given = view.has("discrete_resource_spec");
    return new GenericResource(given ? spec.textOrEmpty("kind") : null, value == null ? 0 : value);
  }

  private static RestartPolicy restartPolicy(View view) {
    return new RestartPolicy(
        view.nonEmpty("condition"),
        view.duration("delay"),
        view.number("max_attempts"),
        view.duration("window"));
  }

  private static Placement placement(View view) {
    List<String> spread =
        view.views("preferences").stream().map(each -> each.textOrEmpty("spread")).toList();
    return new Placement(view.texts("constraints"), spread, view.number("max_replicas_per_node"));
  }

  static List<DeviceRequest> devices(View around, String key) {
    return around.views(key).stream().map(DeployBinder::device).toList();
  }

  private static DeviceRequest device(View view) {
    return new DeviceRequest(
        view.texts("capabilities"),
        view.nonEmpty("driver"),
        view.number("count"),
        view.texts("device_ids"),
        view.textMap("options"));
  }
}
