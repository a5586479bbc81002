package org.jcompose.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jcompose.load.Shape.Fields;
import org.jcompose.load.Shape.Items;
import org.jcompose.load.Shape.Named;
import org.jcompose.load.Shape.Value;
import org.jcompose.problem.Problems;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Directive;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Scalar;
import org.jcompose.yaml.Node.Sequence;

/**
 * Brings nodes whose variables are not replaced as near to canonical form as Docker Compose does:
 * some short forms become long, unless a variable hides what they say, and values stay as they are.
 * Where there are several documents, whatever they could join becomes long.
 */
final class Uninterpolated {

  private static final Set<String> LONG_FORMS =
      Set.of(
          "build",
          "configs",
          "depends_on",
          "devices",
          "dns",
          "dns_search",
          "env_file",
          "gpus",
          "networks",
          "ports",
          "secrets",
          "volumes");

  private final FileContext context;
  private final boolean joins;

  private Uninterpolated(FileContext context, boolean joins) {
    this.context = context;
    this.joins = joins;
  }

  /** The documents merged. */
  static Mapping merged(List<Mapping> documents, FileContext context) {
    Uninterpolated forms = new Uninterpolated(context, documents.size() > 1);
    Mapping merged = View.of(null).mapping();
    for (Mapping document : documents) {
      Node node = forms.fields(Attributes.FILE, document);
      merged = Merger.merge(Attributes.FILE, merged, (Mapping) node);
    }
    return merged;
  }

  private Node apply(Attribute attribute, Node node) {
    boolean nothing = node instanceof Scalar scalar && scalar.isNull();
    if (nothing || node.directive() == Directive.RESET) {
      return node;
    }
    boolean joined = joins && attribute.merge() != Merge.REPLACED;
    boolean becomesLong = joined || LONG_FORMS.contains(attribute.name());
    Node full = becomesLong ? longForm(attribute, node) : node;
    return shape(attribute.shape(), full).with(node.directive());
  }

  private Node longForm(Attribute attribute, Node node) {
    Problems problems = new Problems();
    Node full = attribute.form().longForm(node, context.reportingTo(problems));
    return full == null || problems.hasErrors() ? node : full;
  }

  private Node shape(Shape shape, Node node) {
    if (shape instanceof Value value && node instanceof Scalar scalar) {
      boolean path = value.kind() == Shape.Kind.PATH && !scalar.text().isEmpty();
      return path ? scalar.withText(context.absolute(scalar.text())) : scalar;
    }
    if (shape instanceof Items items && node instanceof Sequence list) {
      return list.withItems(list.items().stream().map(it -> shape(items.item(), it)).toList());
    }
    if (shape instanceof Named named && node instanceof Mapping mapping) {
      List<Entry> entries = new ArrayList<>();
      for (Entry entry : mapping.entries()) {
        entries.add(new Entry(entry.key(), entry.place(), shape(named.value(), entry.value())));
      }
      return mapping.withEntries(entries);
    }
    return shape instanceof Fields fields && node instanceof Mapping mapping
        ? fields(fields, mapping)
        : node;
  }

  private Mapping fields(Fields fields, Mapping mapping) {
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : mapping.entries()) {
      Attribute attribute = fields.attributes().get(entry.key());
      Node value = attribute == null ? entry.value() : apply(attribute, entry.value());
      entries.add(new Entry(entry.key(), entry.place(), value));
    }
    return mapping.withEntries(entries);
  }
}
