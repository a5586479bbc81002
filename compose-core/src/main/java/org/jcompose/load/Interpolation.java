package org.jcompose.load;

import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jcompose.problem.Problems;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Scalar;
import org.jcompose.yaml.Node.Sequence;

/** Replaces variables in all values of a document; what aliases share stays shared. */
final class Interpolation {

  private final VariableUse use;
  private final Variables variables;
  private final Provenance provenance;
  private final IdentityHashMap<Node, Node> done = new IdentityHashMap<>();

  Interpolation(Variables variables, Problems problems, Provenance provenance) {
    this.use = new VariableUse(variables::get, variables::names, problems);
    this.variables = variables;
    this.provenance = provenance;
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
    Set<String> used = new LinkedHashSet<>();
    String replaced = use.replace(scalar.text(), scalar::placeOf, used::add);
    provenance.uses(scalar.place(), used.stream().map(variables::use).toList());
    return replaced == null ? scalar.invalid() : scalar.withText(replaced);
  }
}
