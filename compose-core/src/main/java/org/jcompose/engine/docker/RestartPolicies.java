package org.jcompose.engine.docker;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jcompose.engine.EngineException;
import org.jcompose.model.Deploy;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/**
 * When an engine brings a container back: as {@code deploy.restart_policy} says, or else {@code
 * restart}.
 */
final class RestartPolicies {

  static final List<Field> FIELDS =
      List.of(
          Field.of("restart", "HostConfig.RestartPolicy"),
          Field.of("deploy.restart_policy.condition", "HostConfig.RestartPolicy.Name"),
          Field.of(
              "deploy.restart_policy.max_attempts", "HostConfig.RestartPolicy.MaximumRetryCount"));

  private static final Set<String> KNOWN = Set.of("no", "always", "unless-stopped", "on-failure");

  private RestartPolicies() {}

  /** The policy as a request; null: the engine's default. */
  static @Nullable Map<String, Object> of(Service service) {
    Deploy deploy = service.deploy();
    Deploy.RestartPolicy own = deploy == null ? null : deploy.restartPolicy();
    if (own != null) {
      String condition = own.condition() == null ? "any" : own.condition();
      return policy(service, condition, isCounted(own) ? own.maxAttempts() : null);
    }
    String restart = service.restart();
    if (restart == null) {
      return null;
    }
    int colon = restart.indexOf(':');
    return colon < 0
        ? policy(service, restart, null)
        : policy(service, restart.substring(0, colon), attempts(service, restart, colon));
  }

  /** Whether the engine counts attempts: it does so after failures only. */
  static boolean isCounted(Deploy.RestartPolicy policy) {
    return "on-failure".equals(policy.condition());
  }

  private static Map<String, Object> policy(
      Service service, String condition, @Nullable Long attempts) {
    String name =
        switch (condition) {
          case "none" -> "no";
          case "any" -> "always";
          default -> condition;
        };
    if (!KNOWN.contains(name)) {
      throw refused(service, condition, null);
    }
    return Map.of("Name", name, "MaximumRetryCount", attempts == null ? 0 : attempts);
  }

  private static Long attempts(Service service, String restart, int colon) {
    try {
      return Long.valueOf(restart.substring(colon + 1));
    } catch (NumberFormatException e) {
      throw refused(service, restart, e);
    }
  }

  private static EngineException refused(
      Service service, String policy, @Nullable Exception cause) {
    return new EngineException(
        "service '" + service.name() + "': '" + policy + "' is no restart policy",
        "choose 'no', 'always', 'unless-stopped' or 'on-failure[:times]'",
        cause);
  }
}
