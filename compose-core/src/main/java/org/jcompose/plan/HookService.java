package org.jcompose.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcompose.model.Deploy;
import org.jcompose.model.Healthcheck;
import org.jcompose.model.Hook;
import org.jcompose.model.Hooks;
import org.jcompose.model.Mount;
import org.jcompose.model.Security;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/** A service as the container of one of its hooks is to have it: the same, but run once. */
final class HookService {

  private static final Healthcheck NONE =
      new Healthcheck(List.of("NONE"), null, null, null, null, null, true);

  private HookService() {}

  /**
   * The service with what the hook says.
   *
   * @param container whose volumes it sees, anonymous ones included
   */
  static Service of(Service service, Hook hook, String container) {
    Map<String, @Nullable String> environment = new LinkedHashMap<>(service.environment());
    environment.putAll(hook.environment());
    List<String> volumesFrom = new ArrayList<>(service.volumesFrom());
    volumesFrom.add("container:" + container);
    List<Mount> named = service.volumes().stream().filter(mount -> mount.source() != null).toList();
    return service.toBuilder()
        .command(hook.command() == null ? service.command() : hook.command())
        .user(hook.user() == null ? service.user() : hook.user())
        .workingDir(hook.workingDir() == null ? service.workingDir() : hook.workingDir())
        .environment(environment)
        .security(security(service.security(), hook.privileged()))
        .volumes(named)
        .volumesFrom(volumesFrom)
        .healthcheck(NONE)
        .hooks(Hooks.none())
        .restart(null)
        .deploy(withoutRestarts(service.deploy()))
        .containerName(null)
        .macAddress(null)
        .ports(List.of())
        .build();
  }

  private static Security security(Security own, boolean privileged) {
    return new Security(
        own.capAdd(),
        own.capDrop(),
        own.privileged() || privileged,
        own.readOnly(),
        own.securityOpt(),
        own.groupAdd(),
        own.usernsMode());
  }

  private static @Nullable Deploy withoutRestarts(@Nullable Deploy deploy) {
    return deploy == null
        ? null
        : new Deploy(
            deploy.mode(),
            deploy.replicas(),
            deploy.labels(),
            deploy.updateConfig(),
            deploy.rollbackConfig(),
            deploy.limits(),
            deploy.reservations(),
            null,
            deploy.placement(),
            deploy.endpointMode());
  }
}
