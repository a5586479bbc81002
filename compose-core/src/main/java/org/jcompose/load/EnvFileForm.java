package org.jcompose.load;

import java.util.List;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Scalar;
import org.jcompose.yaml.Node.Sequence;

/** {@code env_file}: a path, or a list of paths and mappings. */
final class EnvFileForm implements Form {

  @Override
  public Node longForm(Node node, FileContext context) {
    if (node instanceof Scalar || node instanceof Mapping) {
      return Sequence.of(node.place(), List.of(mapping(node)));
    }
    Sequence list = (Sequence) node;
    return list.withItems(list.items().stream().map(EnvFileForm::mapping).toList());
  }

  private static Node mapping(Node node) {
    if (!(node instanceof Scalar)) {
      return node;
    }
    return Mapping.of(node.place(), List.of(new Entry("path", node.place(), node)));
  }
}
