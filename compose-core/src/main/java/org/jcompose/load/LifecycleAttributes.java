package org.jcompose.load;

import static org.jcompose.load.Shapes.BOOLEAN;
import static org.jcompose.load.Shapes.DISTINCT_STRINGS;
import static org.jcompose.load.Shapes.PATH;
import static org.jcompose.load.Shapes.STRING;
import static org.jcompose.load.Shapes.TEXT;
import static org.jcompose.load.Shapes.TEXT_BY_NAME;
import static org.jcompose.load.Shapes.WORDS;

import org.jcompose.load.Shape.Fields;
import org.jcompose.load.Shape.Items;
import org.jcompose.load.Shape.Limited;
import org.jcompose.load.Shape.Named;

/** The rows of the table of attributes that are about what runs beside a service's containers. */
final class LifecycleAttributes {

  private static final Fields HOOK =
      Fields.of(
              Attribute.of("command", WORDS)
                  .written(Forms.COMMAND)
                  .merged(Merge.REPLACED)
                  .orEmpty(),
              Attribute.of("user", STRING),
              Attribute.of("privileged", BOOLEAN),
              Attribute.of("working_dir", STRING),
              Attribute.of("environment", TEXT_BY_NAME)
                  .written(Forms.VARIABLES)
                  .merged(Merge.EACH_REPLACED))
          .needing("command");

  private static final Fields TRIGGER =
      Fields.of(
              Attribute.of("path", PATH),
              Attribute.of(
                  "action",
                  Limited.oneOf("rebuild", "sync", "restart", "sync+restart", "sync+exec")),
              Attribute.of("target", STRING),
              Attribute.of("exec", HOOK),
              Attribute.of("include", DISTINCT_STRINGS).written(Forms.STRING_OR_LIST),
              Attribute.of("ignore", DISTINCT_STRINGS).written(Forms.STRING_OR_LIST),
              Attribute.of("initial_sync", BOOLEAN))
          .needing("path")
          .needing("action");

  private static final Fields PROVIDER =
      Fields.of(
              Attribute.of("type", STRING),
              Attribute.of("options", new Named(new Items(TEXT, null), false))
                  .written(Shapes.each(Forms.STRING_OR_LIST)))
          .needing("type");

  private LifecycleAttributes() {}

  /** {@code pre_start}, {@code post_start} or {@code pre_stop}. */
  static Attribute hooks(String name) {
    return Attribute.of(name, new Items(HOOK, null));
  }

  static Attribute develop() {
    return Attribute.of("develop", Fields.of(Attribute.of("watch", new Items(TRIGGER, null))))
        .orEmpty();
  }

  static Attribute provider() {
    return Attribute.of("provider", PROVIDER);
  }
}
