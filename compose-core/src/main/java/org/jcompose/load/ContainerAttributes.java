package org.jcompose.load;

import static org.jcompose.load.Shapes.BOOLEAN;
import static org.jcompose.load.Shapes.DISTINCT_STRINGS;
import static org.jcompose.load.Shapes.PATH;
import static org.jcompose.load.Shapes.SIZE;
import static org.jcompose.load.Shapes.STRING;
import static org.jcompose.load.Shapes.TEXT_BY_NAME;

import java.util.List;
import org.jcompose.load.Shape.Fields;
import org.jcompose.load.Shape.Items;
import org.jcompose.load.Shape.Kind;
import org.jcompose.load.Shape.Limited;
import org.jcompose.load.Shape.Named;
import org.jcompose.load.Shape.Value;

/** The attributes of a service that say what its containers share, may take, and run as. */
final class ContainerAttributes {

  private static final int MOST_WEIGHT = 1000;
  private static final int MOST_OOM_SCORE = 1000;
  private static final int ALL_PERCENT = 100;

  private static final Shape TRUNCATED = new Value(Kind.TRUNCATED);
  private static final Shape MICROSECONDS = new Value(Kind.MICROSECONDS);
  private static final Shape WEIGHT = Limited.range(Kind.INTEGER, 0, MOST_WEIGHT);

  private static final Items WEIGHTS = devices(Attribute.of("weight", WEIGHT));
  private static final Items BYTES = devices(Attribute.of("rate", SIZE));

  private static final Fields BLKIO =
      Fields.of(
          Attribute.of("weight", WEIGHT),
          Attribute.of("weight_device", WEIGHTS),
          Attribute.of("device_read_bps", BYTES),
          Attribute.of("device_read_iops", BYTES),
          Attribute.of("device_write_bps", BYTES),
          Attribute.of("device_write_iops", BYTES));

  private static final Fields DEVICE =
      Fields.of(
          Attribute.of("source", STRING),
          Attribute.of("target", STRING),
          Attribute.of("permissions", STRING));

  private static final Fields LOGGING =
      Fields.of(
          Attribute.of("driver", STRING),
          Attribute.of("options", new Named(new Value(Kind.OPTION), true)));

  private static final List<Attribute> LIMITS =
      List.of(
          Attribute.of("blkio_config", BLKIO),
          Attribute.of("cpu_count", Limited.range(Kind.INTEGER, 0, Long.MAX_VALUE)),
          Attribute.of("cpu_percent", Limited.range(Kind.INTEGER, 0, ALL_PERCENT)),
          Attribute.of("cpu_period", TRUNCATED),
          Attribute.of("cpu_quota", TRUNCATED),
          Attribute.of("cpu_rt_period", MICROSECONDS),
          Attribute.of("cpu_rt_runtime", MICROSECONDS),
          Attribute.of("cpu_shares", TRUNCATED),
          Attribute.of("cpus", new Value(Kind.FLOAT)),
          Attribute.of("cpuset", STRING),
          Attribute.of("mem_limit", SIZE),
          Attribute.of("mem_reservation", SIZE),
          Attribute.of("mem_swappiness", SIZE),
          Attribute.of("memswap_limit", SIZE),
          Attribute.of("oom_kill_disable", BOOLEAN),
          Attribute.of(
              "oom_score_adj", Limited.range(Kind.INTEGER, -MOST_OOM_SCORE, MOST_OOM_SCORE)),
          Attribute.of("pids_limit", TRUNCATED),
          Attribute.of("shm_size", SIZE),
          Attribute.of("storage_opt", TEXT_BY_NAME),
          Shapes.ulimits());

  private static final List<Attribute> SHARED =
      List.of(
          Attribute.of("cgroup", Limited.oneOf("host", "private")),
          Attribute.of("cgroup_parent", STRING),
          Attribute.of("device_cgroup_rules", DISTINCT_STRINGS),
          Attribute.of("devices", new Items(DEVICE, node -> Shapes.textOf(node, "target")))
              .written(new DeviceForm()),
          Attribute.of("external_links", DISTINCT_STRINGS),
          Shapes.extraHosts(),
          Attribute.of("ipc", STRING),
          Attribute.of("links", DISTINCT_STRINGS),
          Attribute.of("mac_address", STRING),
          Attribute.of("network_mode", STRING),
          Attribute.of("pid", STRING).orEmpty(),
          Attribute.of("use_api_socket", new Value(Kind.PLAIN_BOOLEAN)),
          Attribute.of("uts", STRING),
          Attribute.of("volumes_from", DISTINCT_STRINGS));

  private static final List<Attribute> RUN =
      List.of(
          Attribute.of("annotations", TEXT_BY_NAME)
              .written(Forms.LABELS)
              .merged(Merge.EACH_REPLACED),
          Attribute.of("attach", BOOLEAN),
          Attribute.of("isolation", STRING),
          Attribute.of("label_file", new Items(PATH, Shapes::text)).written(Forms.STRING_OR_LIST),
          Attribute.of("logging", LOGGING).merged(Merge.SAME_DRIVER),
          Attribute.of("platform", STRING),
          Attribute.of(
              "pull_policy",
              Limited.matching(
                  "always|never|build|if_not_present|missing|refresh|daily|weekly"
                      + "|every_([0-9]+[wdhms])+",
                  "always, never, missing, build, daily, weekly or 'every_' with a duration")),
          Attribute.of("runtime", STRING),
          Attribute.of("sysctls", TEXT_BY_NAME).written(Forms.LABELS).merged(Merge.EACH_REPLACED));

  /** All of them. */
  static final List<Attribute> ALL =
      List.of(LIMITS, SHARED, RUN).stream().flatMap(List::stream).toList();

  private ContainerAttributes() {}

  private static Items devices(Attribute limit) {
    return new Items(Fields.of(Attribute.of("path", STRING), limit), null);
  }
}
