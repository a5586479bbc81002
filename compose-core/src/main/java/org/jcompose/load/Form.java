package org.jcompose.load;

import org.jcompose.yaml.Node;
import org.jspecify.annotations.Nullable;

/** Turns every way to write an attribute into its long form. */
@FunctionalInterface
interface Form {

  /** Nothing but the long form exists. */
  Form LONG = (node, context) -> node;

  /** The long form; null if the node is none of the attribute's forms, which has been reported. */
  @Nullable Node longForm(Node node, FileContext context);
}
