package org.jcompose.load;

import static org.jcompose.load.Shapes.STRING;
import static org.jcompose.load.Shapes.WORDS;

import org.jcompose.load.Shape.Fields;
import org.jcompose.load.Shape.Kind;
import org.jcompose.load.Shape.Named;
import org.jcompose.load.Shape.Value;

/** The rows of the table of attributes that are about AI models. */
final class ModelAttributes {

  private static final Fields MODEL =
      Fields.of(
              Attribute.of("name", STRING),
              Attribute.of("model", STRING),
              Attribute.of("context_size", new Value(Kind.PLAIN_INTEGER)),
              Attribute.of("runtime_flags", WORDS))
          .needing("model");

  private static final Fields USE =
      Fields.of(Attribute.of("endpoint_var", STRING), Attribute.of("model_var", STRING));

  private ModelAttributes() {}

  /** The models that a service uses. */
  static Attribute used() {
    return Attribute.of("models", new Named(USE, true)).written(Forms.NAMES);
  }

  /** The top-level models. */
  static Attribute defined() {
    return Attribute.of("models", new Named(MODEL, false));
  }
}
