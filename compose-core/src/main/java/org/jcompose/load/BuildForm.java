package org.jcompose.load;

import java.util.List;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Scalar;

/** {@code build}: the context alone, or a mapping. */
final class BuildForm implements Form {

  @Override
  public Node longForm(Node node, FileContext context) {
    return node instanceof Scalar scalar && scalar.type() == Scalar.Type.STRING
        ? Mapping.of(node.place(), List.of(new Entry("context", node.place(), node)))
        : node;
  }
}
