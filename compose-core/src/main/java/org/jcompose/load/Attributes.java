package org.jcompose.load;

import static org.jcompose.load.Shapes.BOOLEAN;
import static org.jcompose.load.Shapes.DISTINCT_STRINGS;
import static org.jcompose.load.Shapes.DISTINCT_TEXTS;
import static org.jcompose.load.Shapes.DURATION;
import static org.jcompose.load.Shapes.INTEGER;
import static org.jcompose.load.Shapes.OPTIONS;
import static org.jcompose.load.Shapes.PATH;
import static org.jcompose.load.Shapes.SIZE;
import static org.jcompose.load.Shapes.STRING;
import static org.jcompose.load.Shapes.STRINGS;
import static org.jcompose.load.Shapes.TEXT;
import static org.jcompose.load.Shapes.TEXTS;
import static org.jcompose.load.Shapes.TEXT_BY_NAME;
import static org.jcompose.load.Shapes.WORDS;
import static org.jcompose.load.Shapes.each;

import java.util.List;
import java.util.stream.Stream;
import org.jcompose.load.Shape.Anything;
import org.jcompose.load.Shape.Fields;
import org.jcompose.load.Shape.Items;
import org.jcompose.load.Shape.Kind;
import org.jcompose.load.Shape.Limited;
import org.jcompose.load.Shape.Named;
import org.jcompose.load.Shape.Value;

/** The table of all attributes of the Compose Specification: what is not here is unknown. */
final class Attributes {

  private static final Fields ENV_FILE =
      Fields.of(
          attribute("path", PATH), attribute("required", BOOLEAN), attribute("format", STRING));

  private static final Fields PORT =
      Fields.of(
          attribute("target", INTEGER),
          attribute("published", TEXT),
          attribute("host_ip", STRING),
          attribute("protocol", STRING),
          attribute("mode", STRING),
          attribute("name", STRING),
          attribute("app_protocol", STRING));

  private static final Fields MOUNT =
      Fields.of(
          attribute("type", STRING),
          attribute("source", STRING),
          attribute("target", STRING),
          attribute("read_only", BOOLEAN),
          attribute("consistency", STRING),
          attribute(
              "bind",
              Fields.of(
                  attribute("create_host_path", BOOLEAN),
                  attribute("propagation", STRING),
                  attribute("selinux", STRING),
                  attribute(
                      "recursive", Limited.oneOf("enabled", "disabled", "writable", "readonly")))),
          attribute(
              "volume",
              Fields.of(
                  attribute("labels", TEXT_BY_NAME).written(Forms.LABELS),
                  attribute("nocopy", BOOLEAN),
                  attribute("subpath", STRING))),
          attribute(
              "tmpfs",
              Fields.of(attribute("size", SIZE), attribute("mode", new Value(Kind.PLAIN_INTEGER)))),
          attribute("image", Fields.of(attribute("subpath", STRING))));

  private static final Fields NETWORK_USE =
      Fields.of(
          attribute("aliases", STRINGS),
          attribute("driver_opts", OPTIONS),
          attribute("gw_priority", new Value(Kind.TRUNCATED)),
          attribute("interface_name", STRING),
          attribute("ipv4_address", STRING),
          attribute("ipv6_address", STRING),
          attribute("link_local_ips", STRINGS),
          attribute("mac_address", STRING),
          attribute("priority", new Value(Kind.TRUNCATED)));

  private static final Fields DEPENDENCY =
      Fields.of(
          attribute("condition", STRING),
          attribute("required", new Value(Kind.PLAIN_BOOLEAN)),
          attribute("restart", BOOLEAN));

  private static final Fields HEALTHCHECK =
      Fields.of(
          attribute("test", WORDS).written(Forms.HEALTH_TEST).merged(Merge.REPLACED),
          attribute("interval", DURATION),
          attribute("timeout", DURATION),
          attribute("retries", INTEGER),
          attribute("start_period", DURATION),
          attribute("start_interval", DURATION),
          attribute("disable", BOOLEAN));

  private static final Fields EXTENDED =
      Fields.of(attribute("service", STRING), attribute("file", STRING));

  private static final Fields INCLUDED =
      Fields.of(
          attribute("path", STRINGS).written(Forms.STRING_OR_LIST),
          attribute("project_directory", STRING),
          attribute("env_file", STRINGS).written(Forms.STRING_OR_LIST));

  /** A service. */
  static final Fields SERVICE =
      with(
          ContainerAttributes.ALL,
          attribute("extends", EXTENDED).written(Forms.EXTENDS),
          attribute("image", STRING),
          attribute("command", WORDS).written(Forms.COMMAND).merged(Merge.REPLACED).orEmpty(),
          attribute("entrypoint", WORDS).written(Forms.COMMAND).merged(Merge.REPLACED).orEmpty(),
          attribute("environment", TEXT_BY_NAME)
              .written(Forms.VARIABLES)
              .merged(Merge.EACH_REPLACED),
          attribute("env_file", new Items(ENV_FILE, file -> Shapes.textOf(file, "path")))
              .written(new EnvFileForm()),
          attribute("ports", new Items(PORT, PortForm::identity)).written(new PortForm()),
          attribute("volumes", new Items(MOUNT, VolumeForm::identity)).written(new VolumeForm()),
          attribute("networks", new Named(NETWORK_USE, true)).written(Forms.NAMES),
          attribute("depends_on", new Named(DEPENDENCY, false)).written(new DependsOnForm()),
          attribute("healthcheck", HEALTHCHECK),
          attribute("restart", STRING),
          attribute("labels", TEXT_BY_NAME).written(Forms.LABELS).merged(Merge.EACH_REPLACED),
          attribute("working_dir", STRING),
          attribute("user", STRING),
          attribute("stop_signal", STRING),
          attribute("stop_grace_period", DURATION),
          attribute("container_name", STRING),
          attribute("scale", INTEGER),
          attribute("expose", TEXTS),
          attribute("init", BOOLEAN),
          attribute("tmpfs", new Items(STRING, Shapes::key)).written(Forms.STRING_OR_LIST),
          attribute("tty", BOOLEAN),
          attribute("stdin_open", BOOLEAN),
          attribute("hostname", STRING),
          attribute("domainname", STRING),
          attribute("dns", STRINGS).written(Forms.STRING_OR_LIST),
          attribute("dns_opt", STRINGS),
          attribute("dns_search", STRINGS).written(Forms.STRING_OR_LIST),
          attribute("cap_add", STRINGS),
          attribute("cap_drop", STRINGS),
          attribute("privileged", BOOLEAN),
          attribute("read_only", BOOLEAN),
          attribute("security_opt", DISTINCT_STRINGS),
          attribute("group_add", DISTINCT_TEXTS),
          attribute("userns_mode", STRING),
          attribute("profiles", STRINGS),
          attribute("pull_refresh_after", STRING),
          BuildAttributes.build(),
          DeployAttributes.deploy(),
          DeployAttributes.gpus(),
          LifecycleAttributes.develop(),
          LifecycleAttributes.hooks("pre_start"),
          LifecycleAttributes.hooks("post_start"),
          LifecycleAttributes.hooks("pre_stop"),
          LifecycleAttributes.provider(),
          FileAttributes.usedConfigs(),
          FileAttributes.usedSecrets(),
          FileAttributes.credentialSpec(),
          ModelAttributes.used());

  private static final Fields POOL =
      Fields.of(
          attribute("subnet", STRING),
          attribute("ip_range", STRING),
          attribute("gateway", STRING),
          attribute("aux_addresses", new Named(STRING, false)));

  private static final Fields NETWORK =
      Fields.of(
          attribute("name", STRING),
          attribute("external", BOOLEAN),
          attribute("driver", STRING),
          attribute("driver_opts", OPTIONS),
          attribute("internal", BOOLEAN),
          attribute("attachable", BOOLEAN),
          attribute("enable_ipv4", BOOLEAN),
          attribute("enable_ipv6", BOOLEAN),
          attribute(
              "ipam",
              Fields.of(
                  attribute("driver", STRING),
                  attribute("config", new Items(POOL, null)).merged(Merge.SAME_SUBNET),
                  attribute("options", new Named(STRING, false)))),
          attribute("labels", TEXT_BY_NAME).written(Forms.LABELS).merged(Merge.EACH_REPLACED));

  private static final Fields VOLUME =
      Fields.of(
          attribute("name", STRING),
          attribute("external", BOOLEAN),
          attribute("driver", STRING),
          attribute("driver_opts", OPTIONS),
          attribute("labels", TEXT_BY_NAME).written(Forms.LABELS).merged(Merge.EACH_REPLACED));

  /** A whole file. */
  static final Fields FILE =
      Fields.of(
          attribute("name", STRING),
          attribute("include", new Items(INCLUDED, null)).written(Forms.INCLUDE),
          attribute("version", new Anything()).orEmpty(),
          attribute("services", new Named(SERVICE, false)),
          attribute("networks", new Named(NETWORK, true)).written(each(Forms.MAYBE_EXTERNAL)),
          attribute("volumes", new Named(VOLUME, true)).written(each(Forms.MAYBE_EXTERNAL)),
          FileAttributes.configs(),
          FileAttributes.secrets(),
          ModelAttributes.defined());

  private Attributes() {}

  private static Attribute attribute(String name, Shape shape) {
    return Attribute.of(name, shape);
  }

  private static Fields with(List<Attribute> others, Attribute... attributes) {
    return Fields.of(
        Stream.of(List.of(attributes), others).flatMap(List::stream).toArray(Attribute[]::new));
  }
}
