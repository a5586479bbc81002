package org.jcompose.load;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
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

  Interpolation(Variables variables, Allowance growth, Problems problems, Provenance provenance) {
    this.use = new VariableUse(variables::get, variables::names, growth, problems);
    this.variables = variables;
    this.provenance = provenance;
  }

  Node apply(Node node) {
    if (node instanceof Scalar scalar && scalar.text().indexOf('$') < 0) {
      return scalar;
    }
    Node known = done.get(node);
    if (known != null) {
      return known;
    }
    Node result = replaced(node);
    done.put(node, result);
    return result;
  }

  /** The node itself where nothing in it changes, as in most of a file. */
  private Node replaced(Node node) {
    if (node instanceof Mapping mapping) {
      return replaced(mapping);
    }
    if (node instanceof Sequence sequence) {
      List<Node> items = sequence.items().stream().map(this::apply).toList();
      return isSame(items, sequence.items()) ? sequence : sequence.withItems(items);
    }
    Scalar scalar = (Scalar) node;
    if (scalar.type() != Scalar.Type.STRING) {
      return scalar;
    }
    Set<String> used = new LinkedHashSet<>();
    String replaced = use.replace(scalar.text(), scalar::placeOf, used::add);
    provenance.uses(scalar.place(), used.stream().map(variables::use).toList());
    return replaced == null ? scalar.invalid() : scalar.withText(replaced);
  }

  private Mapping replaced(Mapping mapping) {
    List<Entry> entries = new ArrayList<>(mapping.entries().size());
    boolean same = true;
    for (Entry entry : mapping.entries()) {
      Node value = apply(entry.value());
      boolean kept = value == entry.value();
      same &= kept;
      entries.add(kept ? entry : new Entry(entry.key(), entry.place(), value));
    }
    return same ? mapping : mapping.withEntries(entries);
  }

  private static boolean isSame(List<Node> some, List<Node> others) {
    for (int i = 0; i < some.size(); i++) {
      if (some.get(i) != others.get(i)) {
        return false;
      }
    }
    return true;
  }
}
