package org.jcompose.load;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jcompose.model.UsedVariable;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Scalar;
import org.jcompose.yaml.Node.Sequence;
import org.jspecify.annotations.Nullable;

/** Collects the variables that documents use, also within the defaults of others. */
final class UsedVariables implements Template.Context {

  private static final int DEEPEST = 50;

  private final Map<String, UsedVariable> byName = new TreeMap<>();
  private int depth;

  private UsedVariables() {}

  /** The variables by their names, in order. */
  static Map<String, UsedVariable> in(List<Mapping> documents) {
    UsedVariables used = new UsedVariables();
    documents.forEach(used::collect);
    return used.byName;
  }

  private void collect(Node node) {
    if (node instanceof Mapping mapping) {
      mapping.entries().forEach(entry -> collect(entry.value()));
    } else if (node instanceof Sequence sequence) {
      sequence.items().forEach(this::collect);
    } else {
      Template.replace(((Scalar) node).text(), this);
    }
  }

  @Override
  public void used(String name, char operator, String word) {
    UsedVariable variable =
        new UsedVariable(
            name, operator == '?', operator == '-' ? word : "", operator == '+' ? word : "");
    byName.merge(name, variable, UsedVariable::and);
    if (operator == '+' && depth < DEEPEST) {
      // Nothing counts as set here, so that the other words are looked at anyway.
      depth++;
      Template.replace(word, this);
      depth--;
    }
  }

  @Override
  public @Nullable String valueOf(String name) {
    return null;
  }

  @Override
  public void unset(String name, String fragment, int at) {}

  @Override
  public boolean mayGrow(int characters) {
    return true;
  }

  @Override
  public void wrong(String fragment, int at, String message, @Nullable String fix) {}
}
