package org.jcompose.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcompose.load.Shape.Fields;
import org.jcompose.load.Shape.Items;
import org.jcompose.load.Shape.Named;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Directive;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Scalar;
import org.jcompose.yaml.Node.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Merges canonical nodes of a later file into those of an earlier one (Compose Specification,
 * "Merge"): mappings key by key, lists appended, single values replaced, unless the attribute says
 * otherwise; {@code !reset} and {@code !override} are obeyed and gone afterwards.
 */
final class Merger {

  private Merger() {}

  static Mapping merge(Fields shape, Mapping earlier, Mapping later) {
    return entries(shape, earlier, later);
  }

  private static Node merge(@Nullable Shape shape, boolean replaced, Node earlier, Node later) {
    if (later instanceof Scalar scalar && scalar.isNull()) {
      return earlier;
    }
    if (!replaced && earlier instanceof Mapping before && later instanceof Mapping after) {
      return entries(shape, before, after);
    }
    if (!replaced && earlier instanceof Sequence before && later instanceof Sequence after) {
      List<Node> all = new ArrayList<>(before.items());
      all.addAll(after.items());
      return shape instanceof Items items
          ? after.withItems(Canonical.distinct(all, items.identity()))
          : after.withItems(all);
    }
    return later;
  }

  private static Mapping entries(@Nullable Shape shape, Mapping earlier, Mapping later) {
    Map<String, Entry> merged = new LinkedHashMap<>();
    earlier.entries().forEach(entry -> merged.put(entry.key(), entry));
    for (Entry entry : later.entries()) {
      Entry before = merged.get(entry.key());
      if (entry.value().directive() == Directive.RESET) {
        merged.remove(entry.key());
      } else if (before == null || entry.value().directive() == Directive.OVERRIDE) {
        merged.put(entry.key(), cleaned(entry));
      } else {
        merged.put(entry.key(), merged(shape, before, entry));
      }
    }
    return later.withEntries(merged.values());
  }

  private static Entry merged(@Nullable Shape shape, Entry before, Entry after) {
    boolean replaced = after.key().startsWith("x-");
    Shape inner = null;
    if (shape instanceof Fields fields && fields.attributes().containsKey(after.key())) {
      Attribute attribute = fields.attributes().get(after.key());
      inner = attribute.shape();
      replaced = attribute.replaced();
    } else if (shape instanceof Named named) {
      inner = named.value();
    }
    Node value = merge(inner, replaced, before.value(), after.value());
    return new Entry(after.key(), after.place(), cleaned(value));
  }

  private static Entry cleaned(Entry entry) {
    return new Entry(entry.key(), entry.place(), cleaned(entry.value()));
  }

  /** Without directives, and without what they reset. */
  private static Node cleaned(Node node) {
    if (node instanceof Mapping mapping) {
      return mapping
          .withEntries(
              mapping.entries().stream()
                  .filter(entry -> entry.value().directive() != Directive.RESET)
                  .map(Merger::cleaned)
                  .toList())
          .with(Directive.NONE);
    }
    if (node instanceof Sequence sequence) {
      return sequence
          .withItems(
              sequence.items().stream()
                  .filter(item -> item.directive() != Directive.RESET)
                  .map(Merger::cleaned)
                  .toList())
          .with(Directive.NONE);
    }
    return node.with(Directive.NONE);
  }
}
