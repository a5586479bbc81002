package org.jcompose.load;

import static org.jcompose.load.Shapes.DURATION;
import static org.jcompose.load.Shapes.INTEGER;
import static org.jcompose.load.Shapes.STRING;
import static org.jcompose.load.Shapes.TEXT_BY_NAME;
import static org.jcompose.load.Shapes.WORDS;

import org.jcompose.load.Shape.Fields;
import org.jcompose.load.Shape.Items;
import org.jcompose.load.Shape.Kind;
import org.jcompose.load.Shape.Limited;
import org.jcompose.load.Shape.Value;

/** The rows of the table of attributes that are about deployment, and about devices. */
final class DeployAttributes {

  private static final Shape COUNT = Limited.range(Kind.INTEGER, 0, Integer.MAX_VALUE);
  private static final Shape FLOAT = new Value(Kind.FLOAT);
  private static final Shape SIZE = new Value(Kind.SIZE_WITH_UNIT);

  private static final Fields UPDATE =
      Fields.of(
          Attribute.of("parallelism", COUNT),
          Attribute.of("delay", DURATION),
          Attribute.of("failure_action", STRING),
          Attribute.of("monitor", DURATION),
          Attribute.of("max_failure_ratio", FLOAT),
          Attribute.of("order", Limited.oneOf("start-first", "stop-first")));

  private static final Fields DEVICE =
      Fields.of(
              Attribute.of("capabilities", Shapes.DISTINCT_STRINGS),
              Attribute.of("driver", STRING),
              Attribute.of("count", new Value(Kind.COUNT_OR_ALL)),
              Attribute.of("device_ids", Shapes.DISTINCT_STRINGS),
              Attribute.of("options", TEXT_BY_NAME).written(Forms.LABELS))
          .excluding("count", "device_ids");

  private static final Fields LIMITS =
      Fields.of(
          Attribute.of("cpus", FLOAT), Attribute.of("memory", SIZE), Attribute.of("pids", INTEGER));

  private static final Fields GENERIC_RESOURCE =
      Fields.of(
          Attribute.of(
              "discrete_resource_spec",
              Fields.of(
                  Attribute.of("kind", STRING), Attribute.of("value", new Value(Kind.TRUNCATED)))));

  private static final Fields RESERVATIONS =
      Fields.of(
          Attribute.of("cpus", FLOAT),
          Attribute.of("memory", SIZE),
          Attribute.of("generic_resources", new Items(GENERIC_RESOURCE, null)),
          Attribute.of("devices", new Items(DEVICE.needingOneOf("capabilities", "driver"), null))
              .written(DeviceRequestForm.LIST));

  private static final Fields RESTART_POLICY =
      Fields.of(
          Attribute.of("condition", STRING),
          Attribute.of("delay", DURATION),
          Attribute.of("max_attempts", COUNT),
          Attribute.of("window", DURATION));

  private static final Fields PLACEMENT =
      Fields.of(
          Attribute.of("constraints", WORDS),
          Attribute.of("preferences", new Items(Fields.of(Attribute.of("spread", STRING)), null)),
          Attribute.of("max_replicas_per_node", COUNT));

  private static final Fields DEPLOY =
      Fields.of(
          Attribute.of("mode", STRING),
          Attribute.of("endpoint_mode", STRING),
          Attribute.of("replicas", COUNT),
          Attribute.of("labels", TEXT_BY_NAME).written(Forms.LABELS).merged(Merge.EACH_REPLACED),
          Attribute.of("rollback_config", UPDATE),
          Attribute.of("update_config", UPDATE),
          Attribute.of(
              "resources",
              Fields.of(
                  Attribute.of("limits", LIMITS), Attribute.of("reservations", RESERVATIONS))),
          Attribute.of("restart_policy", RESTART_POLICY),
          Attribute.of("placement", PLACEMENT));

  private DeployAttributes() {}

  static Attribute deploy() {
    return Attribute.of("deploy", DEPLOY).orEmpty();
  }

  static Attribute gpus() {
    return Attribute.of("gpus", new Items(DEVICE, null)).written(new DeviceRequestForm());
  }
}
