package org.jcompose.load;

import java.util.ArrayList;
import java.util.HashMap;
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
 * Merges canonical nodes into those that were written earlier (Compose Specification, "Merge"), by
 * the rule of each attribute; {@code !reset} and {@code !override} are obeyed.
 */
final class Merger {

  private final boolean last;

  private Merger(boolean last) {
    this.last = last;
  }

  /** A later file's nodes merged into those of an earlier one; directives are gone afterwards. */
  static Mapping merge(Fields shape, Mapping earlier, Mapping later) {
    return new Merger(true).entries(shape, Merge.JOINED, earlier, later);
  }

  /**
   * What extends something, merged into it; directives are kept, as what was written in earlier
   * files is still to obey them.
   */
  static Mapping extend(Fields shape, Mapping base, Mapping extending) {
    return new Merger(false).entries(shape, Merge.JOINED, cleaned(base), extending);
  }

  private Node merge(@Nullable Shape shape, Merge rule, Node earlier, Node later) {
    if (rule == Merge.REPLACED) {
      return later;
    }
    if (later instanceof Scalar scalar && scalar.isNull()) {
      return earlier;
    }
    if (earlier instanceof Mapping before && later instanceof Mapping after) {
      boolean other = rule == Merge.SAME_DRIVER && otherDriver(before, after);
      return other ? later : entries(shape, rule, before, after);
    }
    if (earlier instanceof Sequence before && later instanceof Sequence after) {
      return items(shape, rule, before, after);
    }
    return later;
  }

  private static boolean otherDriver(Mapping earlier, Mapping later) {
    String before = new View(earlier).text("driver");
    String after = new View(later).text("driver");
    return before != null && after != null && !before.equals(after);
  }

  private Sequence items(@Nullable Shape shape, Merge rule, Sequence earlier, Sequence later) {
    if (rule == Merge.SAME_SUBNET && shape instanceof Items items) {
      return sameSubnets(items.item(), earlier, later);
    }
    List<Node> all = new ArrayList<>(earlier.items());
    all.addAll(later.items());
    return shape instanceof Items items && areLong(items, all)
        ? later.withItems(Canonical.distinct(all, items.identity()))
        : later.withItems(all);
  }

  /** Where variables are not replaced, items may have stayed in their short form. */
  private static boolean areLong(Items shape, List<Node> items) {
    return !(shape.item() instanceof Fields) || items.stream().allMatch(Mapping.class::isInstance);
  }

  private Sequence sameSubnets(Shape shape, Sequence earlier, Sequence later) {
    Map<@Nullable String, Node> known = new HashMap<>();
    earlier.items().forEach(item -> known.put(View.of(item).text("subnet"), item));
    List<Node> all = new ArrayList<>();
    for (Node item : later.items()) {
      Node before = known.get(View.of(item).text("subnet"));
      all.add(before == null ? item : merge(shape, Merge.JOINED, before, item));
    }
    return later.withItems(all);
  }

  private Mapping entries(@Nullable Shape shape, Merge rule, Mapping earlier, Mapping later) {
    Map<String, Entry> merged = new LinkedHashMap<>();
    earlier.entries().forEach(entry -> merged.put(entry.key(), entry));
    for (Entry entry : later.entries()) {
      Entry before = merged.get(entry.key());
      Directive directive = entry.value().directive();
      if (last && directive == Directive.RESET) {
        merged.remove(entry.key());
      } else if (before == null || directive != Directive.NONE) {
        merged.put(entry.key(), finished(entry));
      } else {
        merged.put(entry.key(), finished(merged(shape, rule, before, entry)));
      }
    }
    return later.withEntries(merged.values());
  }

  private Entry merged(@Nullable Shape shape, Merge rule, Entry before, Entry after) {
    Merge inner = rule == Merge.EACH_REPLACED ? Merge.REPLACED : Merge.JOINED;
    Shape value = null;
    if (shape instanceof Fields fields && fields.attributes().containsKey(after.key())) {
      Attribute attribute = fields.attributes().get(after.key());
      value = attribute.shape();
      inner = attribute.merge();
    } else if (shape instanceof Named named) {
      value = named.value();
    }
    return new Entry(
        after.key(), after.place(), merge(value, inner, before.value(), after.value()));
  }

  private Entry finished(Entry entry) {
    return last ? cleaned(entry) : entry;
  }

  private static Entry cleaned(Entry entry) {
    return new Entry(entry.key(), entry.place(), cleaned(entry.value()));
  }

  private static Mapping cleaned(Mapping mapping) {
    return mapping
        .withEntries(
            mapping.entries().stream()
                .filter(entry -> entry.value().directive() != Directive.RESET)
                .map(Merger::cleaned)
                .toList())
        .with(Directive.NONE);
  }

  /** Without directives, and without what they reset. */
  private static Node cleaned(Node node) {
    if (node instanceof Mapping mapping) {
      return cleaned(mapping);
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
