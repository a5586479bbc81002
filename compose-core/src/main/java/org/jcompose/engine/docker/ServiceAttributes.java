package org.jcompose.engine.docker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jcompose.engine.ComposeLabels;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.engine.EngineException;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/**
 * Every attribute of a service that is known here. Those that are one field of the request are
 * written by this table; what is in neither table nor set is refused, lest it be left out silently.
 */
final class ServiceAttributes {

  /** What {@link ContainerRequest} writes, what the plan turns into other things, and names. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "command",
          "container_name",
          "depends_on",
          "entrypoint",
          "environment",
          "expose",
          "healthcheck",
          "image",
          "labels",
          "networks",
          "ports",
          "post_start",
          "pre_start",
          "pre_stop",
          "profiles",
          "provider",
          "restart",
          "scale",
          "stop_grace_period",
          "stop_signal",
          "user",
          "volumes",
          "working_dir");

  private static final Map<String, Writer> FIELDS = fields();

  private ServiceAttributes() {}

  static boolean knows(String attribute) {
    return ELSEWHERE.contains(attribute) || FIELDS.containsKey(attribute);
  }

  /** Writes what the service gives and this table has; the rest of the request stays as it is. */
  static void write(ContainerSpec spec, ObjectNode body) {
    ObjectNode host = body.withObject("/HostConfig");
    for (String attribute : spec.service().given()) {
      if (!knows(attribute)) {
        throw new EngineException(
            "'" + attribute + "' of service '" + spec.service().name() + "' is not supported");
      }
      Writer writer = FIELDS.get(attribute);
      if (writer != null) {
        writer.write(spec, body, host);
      }
    }
  }

  private static Map<String, Writer> fields() {
    Map<String, Writer> fields = new TreeMap<>();
    fields.put("hostname", config("Hostname", service -> service.naming().hostname()));
    fields.put("domainname", config("Domainname", service -> service.naming().domainname()));
    fields.put("stdin_open", config("OpenStdin", Service::stdinOpen));
    fields.put("tty", config("Tty", Service::tty));
    fields.put("cap_add", host("CapAdd", service -> service.security().capAdd()));
    fields.put("cap_drop", host("CapDrop", service -> service.security().capDrop()));
    fields.put("dns", host("Dns", service -> service.naming().dns()));
    fields.put("dns_opt", host("DnsOptions", service -> service.naming().dnsOpt()));
    fields.put("dns_search", host("DnsSearch", service -> service.naming().dnsSearch()));
    fields.put("group_add", host("GroupAdd", service -> service.security().groupAdd()));
    fields.put("init", host("Init", service -> Boolean.TRUE.equals(service.init())));
    fields.put("privileged", host("Privileged", service -> service.security().privileged()));
    fields.put("read_only", host("ReadonlyRootfs", service -> service.security().readOnly()));
    fields.put("tmpfs", host("Tmpfs", service -> tmpfs(service.tmpfs())));
    fields.put(
        "userns_mode",
        host("UsernsMode", service -> Objects.toString(service.security().usernsMode(), "")));
    fields.put("security_opt", (spec, body, host) -> security(spec, host));
    return fields;
  }

  private static Writer config(String field, Value value) {
    return (spec, body, host) -> body.putPOJO(field, value.of(spec.service()));
  }

  private static Writer host(String field, Value value) {
    return (spec, body, host) -> host.putPOJO(field, value.of(spec.service()));
  }

  private static Map<String, String> tmpfs(List<String> mounts) {
    Map<String, String> options = new TreeMap<>();
    for (String mount : mounts) {
      String[] parts = mount.split(":", 2);
      options.put(parts[0], parts.length == 2 ? parts[1] : "");
    }
    return options;
  }

  private static void security(ContainerSpec spec, ObjectNode host) {
    SecurityOptions options =
        SecurityOptions.of(spec.service(), spec.labels().get(ComposeLabels.WORKING_DIR));
    host.putPOJO("SecurityOpt", options.options());
    if (options.allPaths()) {
      host.putArray("MaskedPaths");
      host.putArray("ReadonlyPaths");
    }
  }

  private interface Value {
    @Nullable Object of(Service service);
  }

  private interface Writer {
    void write(ContainerSpec spec, ObjectNode body, ObjectNode host);
  }
}
