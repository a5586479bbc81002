package org.jcompose.load;

import java.util.IdentityHashMap;
import org.jcompose.problem.Problems;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Scalar;
import org.jcompose.yaml.Node.Sequence;

/** Replaces variables in all values of a document; what aliases share stays shared. */
final class Interpolation {

  private final VariableUse use;
  private final IdentityHashMap<Node, Node> done = new IdentityHashMap<>();

  Interpolation(Variables variables, Problems problems) {
    this.use = new VariableUse(variables::get, problems);
  }

  Node apply(Node node) {
    Node known = done.get(node);
    if (known != null) {
      return known;
    }
    Node result = replaced(node);
    done.put(node, result);
    return result;
  }

  private Node replaced(Node node) {
    if (node instanceof Mapping mapping) {
      return mapping.withEntries(
          mapping.entries().stream()
              .map(entry -> new Entry(entry.key(), entry.place(), apply(entry.value())))
              .toList());
    }
    if (node instanceof Sequence sequence) {
      return sequence.withItems(sequence.items().stream().map(this::apply).toList());
    }
    Scalar scalar = (Scalar) node;
    if (scalar.type() != Scalar.Type.STRING || scalar.text().indexOf('$') < 0) {
      return scalar;
    }
    String replaced = use.replace(scalar.text(), scalar::placeOf);
    return replaced == null ? scalar.invalid() : scalar.withText(replaced);
  }
}
