package org.jcompose.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jcompose.load.Shape.Fields;
import org.jcompose.load.Shape.Items;
import org.jcompose.load.Shape.Named;
import org.jcompose.problem.Problems;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Scalar;
import org.jcompose.yaml.Node.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Reports attributes that are empty though they must not be, and leaves them out. That is known
 * only of merged files: what is empty in one of them leaves what another says as it is.
 */
final class Emptiness {

  private final Problems problems;
  private final Set<String> broken;

  /**
   * @param broken receives the paths of what was left out
   */
  Emptiness(Problems problems, Set<String> broken) {
    this.problems = problems;
    this.broken = broken;
  }

  Mapping check(Mapping root) {
    return mapping(Attributes.FILE, root, "");
  }

  private Node node(@Nullable Shape shape, Node node, String path) {
    if (node instanceof Mapping mapping && (shape instanceof Fields || shape instanceof Named)) {
      return mapping(shape, mapping, path);
    }
    if (node instanceof Sequence list && shape instanceof Items items) {
      List<Node> all = new ArrayList<>();
      for (Node item : list.items()) {
        all.add(node(items.item(), item, path + "." + all.size()));
      }
      return list.withItems(all);
    }
    return node;
  }

  private Mapping mapping(Shape shape, Mapping mapping, String path) {
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : mapping.entries()) {
      String inner = path.isEmpty() ? entry.key() : path + "." + entry.key();
      Shape value = null;
      boolean nullable = true;
      if (shape instanceof Named named) {
        value = named.value();
        nullable = named.nullable();
      } else if (shape instanceof Fields fields && !entry.key().startsWith("x-")) {
        Attribute attribute = fields.attributes().get(entry.key());
        value = attribute == null ? null : attribute.shape();
        nullable = attribute == null || attribute.nullable();
      }
      if (nullable || !(entry.value() instanceof Scalar scalar) || !scalar.isNull()) {
        entries.add(new Entry(entry.key(), entry.place(), node(value, entry.value(), inner)));
      } else {
        broken.add(inner);
        problems.error(scalar.place(), "'" + inner + "' is empty", Slips.empty(inner, value));
      }
    }
    return mapping.withEntries(entries);
  }
}
