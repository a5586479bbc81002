package org.jcompose.model;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells which attributes of a service say something. */
final class Given {

  private static final Map<String, Function<Service, @Nullable Object>> ATTRIBUTES = attributes();

  private Given() {}

  static Set<String> in(Service service) {
    Set<String> given = new LinkedHashSet<>();
    ATTRIBUTES.forEach(
        (name, value) -> {
          if (says(value.apply(service))) {
            given.add(name);
          }
        });
    return Collections.unmodifiableSet(given);
  }

  private static boolean says(@Nullable Object value) {
    return value != null
        && !value.equals(false)
        && !(value instanceof Collection<?> list && list.isEmpty())
        && !(value instanceof Map<?, ?> map && map.isEmpty());
  }

  private static Map<String, Function<Service, @Nullable Object>> attributes() {
    Map<String, Function<Service, @Nullable Object>> all = new TreeMap<>();
    all.put("cap_add", service -> service.security().capAdd());
    all.put("cap_drop", service -> service.security().capDrop());
    all.put("command", Service::command);
    all.put("container_name", Service::containerName);
    all.put("depends_on", Service::dependsOn);
    all.put("dns", service -> service.naming().dns());
    all.put("dns_opt", service -> service.naming().dnsOpt());
    all.put("dns_search", service -> service.naming().dnsSearch());
    all.put("domainname", service -> service.naming().domainname());
    all.put("entrypoint", Service::entrypoint);
    all.put("env_file", Service::envFiles);
    all.put("environment", Service::environment);
    all.put("expose", Service::expose);
    all.put("group_add", service -> service.security().groupAdd());
    all.put("healthcheck", Service::healthcheck);
    all.put("hostname", service -> service.naming().hostname());
    all.put("image", Service::image);
    all.put("init", service -> Objects.toString(service.init(), null));
    all.put("labels", Service::labels);
    all.put("networks", Service::networks);
    all.put("ports", Service::ports);
    all.put("privileged", service -> service.security().privileged());
    all.put("profiles", Service::profiles);
    all.put("read_only", service -> service.security().readOnly());
    all.put("restart", Service::restart);
    all.put("scale", Service::scale);
    all.put("security_opt", service -> service.security().securityOpt());
    all.put("stdin_open", Service::stdinOpen);
    all.put("stop_grace_period", Service::stopGracePeriod);
    all.put("stop_signal", Service::stopSignal);
    all.put("tmpfs", Service::tmpfs);
    all.put("tty", Service::tty);
    all.put("user", Service::user);
    all.put("userns_mode", service -> service.security().usernsMode());
    all.put("volumes", Service::volumes);
    all.put("working_dir", Service::workingDir);
    return all;
  }
}
