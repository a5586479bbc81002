package org.jcompose.load;

import static org.jcompose.load.Shapes.BOOLEAN;
import static org.jcompose.load.Shapes.SIZE;
import static org.jcompose.load.Shapes.STRING;
import static org.jcompose.load.Shapes.TEXT_BY_NAME;
import static org.jcompose.load.Shapes.WORDS;

import org.jcompose.load.Shape.Fields;
import org.jcompose.load.Shape.Items;
import org.jcompose.load.Shape.Kind;
import org.jcompose.load.Shape.Named;
import org.jcompose.load.Shape.Value;

/** The rows of the table of attributes that are about building images. */
final class BuildAttributes {

  private static final Shape CONTEXT = new Value(Kind.CONTEXT);
  private static final Shape SWITCH_OR_WORDS = new Value(Kind.SWITCH_OR_STRING);

  private static final Fields BUILD =
      Fields.of(
          Attribute.of("context", CONTEXT),
          Attribute.of("dockerfile", STRING),
          Attribute.of("dockerfile_inline", STRING),
          Attribute.of("entitlements", WORDS),
          Attribute.of("args", TEXT_BY_NAME).written(Forms.VARIABLES).merged(Merge.EACH_REPLACED),
          Attribute.of("provenance", SWITCH_OR_WORDS),
          Attribute.of("sbom", SWITCH_OR_WORDS),
          Attribute.of("ssh", new Named(new Value(Kind.PATH_OR_EMPTY), true))
              .written(new SshForm()),
          Attribute.of("labels", TEXT_BY_NAME).written(Forms.LABELS).merged(Merge.EACH_REPLACED),
          Attribute.of("cache_from", WORDS),
          Attribute.of("cache_to", WORDS),
          Attribute.of("no_cache", BOOLEAN),
          Attribute.of("no_cache_filter", WORDS).written(Forms.STRING_OR_LIST),
          Attribute.of("additional_contexts", new Named(CONTEXT, false))
              .written(Forms.CONTEXTS)
              .merged(Merge.EACH_REPLACED),
          Attribute.of("pull", BOOLEAN),
          Shapes.extraHosts(),
          Attribute.of("isolation", STRING),
          Attribute.of("network", STRING),
          Attribute.of("target", STRING),
          Attribute.of("secrets", new Items(FileAttributes.REFERENCE, null))
              .written(new FileReferenceForm()),
          Attribute.of("shm_size", SIZE),
          Attribute.of("tags", new Items(STRING, Shapes::key)),
          Shapes.ulimits(),
          Attribute.of("platforms", WORDS),
          Attribute.of("privileged", BOOLEAN));

  private BuildAttributes() {}

  static Attribute build() {
    return Attribute.of("build", BUILD).written(new BuildForm());
  }
}
