package org.jcompose.load;

import static org.jcompose.load.Shapes.BOOLEAN;
import static org.jcompose.load.Shapes.OPTIONS;
import static org.jcompose.load.Shapes.PATH;
import static org.jcompose.load.Shapes.STRING;
import static org.jcompose.load.Shapes.TEXT_BY_NAME;

import org.jcompose.load.Shape.Fields;
import org.jcompose.load.Shape.Items;
import org.jcompose.load.Shape.Kind;
import org.jcompose.load.Shape.Named;
import org.jcompose.load.Shape.Value;
import org.jcompose.yaml.Node;

/** The rows of the table of attributes that are about configs and secrets. */
final class FileAttributes {

  /** Where in a container a config or secret appears. */
  static final Fields REFERENCE =
      Fields.of(
              Attribute.of("source", STRING),
              Attribute.of("target", STRING),
              Attribute.of("uid", STRING),
              Attribute.of("gid", STRING),
              Attribute.of("mode", new Value(Kind.MODE)))
          .needing("source");

  private static final Fields CONFIG =
      Fields.of(
          Attribute.of("name", STRING),
          Attribute.of("file", PATH),
          Attribute.of("environment", STRING),
          Attribute.of("content", STRING),
          Attribute.of("external", BOOLEAN),
          Attribute.of("labels", TEXT_BY_NAME).written(Forms.LABELS).merged(Merge.EACH_REPLACED),
          Attribute.of("template_driver", STRING));

  private static final Fields SECRET =
      Fields.of(
          Attribute.of("name", STRING),
          Attribute.of("file", PATH),
          Attribute.of("environment", STRING),
          Attribute.of("external", BOOLEAN),
          Attribute.of("labels", TEXT_BY_NAME).written(Forms.LABELS).merged(Merge.EACH_REPLACED),
          Attribute.of("driver", STRING),
          Attribute.of("driver_opts", OPTIONS),
          Attribute.of("template_driver", STRING));

  private static final Fields CREDENTIAL_SPEC =
      Fields.of(
          Attribute.of("config", STRING),
          Attribute.of("file", STRING),
          Attribute.of("registry", STRING));

  private FileAttributes() {}

  /** A service's {@code configs}, which appear at the root of its containers. */
  static Attribute usedConfigs() {
    return references("configs", "");
  }

  /** A service's {@code secrets}. */
  static Attribute usedSecrets() {
    return references("secrets", "/run/secrets");
  }

  private static Attribute references(String name, String folder) {
    return Attribute.of(name, new Items(REFERENCE, node -> target(node, folder)))
        .written(new FileReferenceForm());
  }

  private static String target(Node node, String folder) {
    boolean chosen = node instanceof Node.Mapping mapping && mapping.has("target");
    return chosen ? Shapes.textOf(node, "target") : folder + "/" + Shapes.textOf(node, "source");
  }

  static Attribute credentialSpec() {
    return Attribute.of("credential_spec", CREDENTIAL_SPEC);
  }

  /** The top-level configs. */
  static Attribute configs() {
    return defined("configs", CONFIG);
  }

  /** The top-level secrets. */
  static Attribute secrets() {
    return defined("secrets", SECRET);
  }

  private static Attribute defined(String name, Fields shape) {
    return Attribute.of(name, new Named(shape, false)).written(Shapes.each(Forms.MAYBE_EXTERNAL));
  }
}
