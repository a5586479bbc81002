package org.jcompose.load;

import java.util.List;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Sequence;

/** {@code env_file}: a path, or a list of paths and mappings. */
final class EnvFileForm implements Form {

  @Override
  public Node longForm(Node node, FileContext context) {
    if (!(node instanceof Sequence list)) {
      return Sequence.of(node.place(), List.of(Forms.under("path", node)));
    }
    return list.withItems(list.items().stream().map(item -> Forms.under("path", item)).toList());
  }
}
