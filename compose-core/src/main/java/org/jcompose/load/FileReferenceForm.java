package org.jcompose.load;

import java.util.List;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Scalar;
import org.jcompose.yaml.Node.Sequence;

/** {@code configs} and {@code secrets} of a service: a list of names and mappings. */
final class FileReferenceForm implements Form {

  @Override
  public Node longForm(Node node, FileContext context) {
    return node instanceof Sequence list
        ? list.withItems(list.items().stream().map(FileReferenceForm::mapping).toList())
        : node;
  }

  private static Node mapping(Node node) {
    return node instanceof Scalar name && name.type() == Scalar.Type.STRING
        ? Mapping.of(node.place(), List.of(new Entry("source", node.place(), node)))
        : node;
  }
}
