package org.jcompose.load;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jcompose.load.Shape.Fields;
import org.jcompose.load.Shape.Items;
import org.jcompose.load.Shape.Limited;
import org.jcompose.load.Shape.Named;
import org.jcompose.load.Shape.Value;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Directive;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Scalar;
import org.jcompose.yaml.Node.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Brings one file's nodes into canonical form by the table of attributes. What is wrong is reported
 * and left out; its path is kept, so that nobody complains again that it is missing. What is empty
 * stays so, as another file may say more.
 */
final class Canonical {

  private final FileContext context;
  private final Set<String> broken = new HashSet<>();

  Canonical(FileContext context) {
    this.context = context;
  }

  /** The paths of what was left out. */
  Set<String> broken() {
    return broken;
  }

  /** The attribute's value in canonical form; null if there is none. */
  @Nullable Node apply(Attribute attribute, Node node, String path) {
    if (node.directive() == Directive.RESET || isNull(node)) {
      return node;
    }
    Node full = attribute.form().longForm(withoutReset(node), context);
    Node shaped = full == null ? null : shape(attribute.shape(), full, path);
    if (shaped == null) {
      broken.add(path);
      return null;
    }
    return shaped.with(node.directive());
  }

  /** An item that is reset is none; it cannot name an earlier one, as items have no keys. */
  private static Node withoutReset(Node node) {
    return node instanceof Sequence list
            && list.items().stream().anyMatch(item -> item.directive() == Directive.RESET)
        ? list.withItems(
            list.items().stream().filter(item -> item.directive() != Directive.RESET).toList())
        : node;
  }

  private @Nullable Node shape(Shape shape, Node node, String path) {
    if (node instanceof Scalar scalar && scalar.type() == Scalar.Type.INVALID) {
      broken.add(path);
      return null;
    }
    if (shape instanceof Value value) {
      return value(value.kind(), node, path);
    }
    if (shape instanceof Limited limited) {
      return limited(limited, node, path);
    }
    if (shape instanceof Items items) {
      return items(items, node, path);
    }
    if (shape instanceof Named named) {
      return named(named, node, path);
    }
    return shape instanceof Fields fields ? fields(fields, node, path) : node;
  }

  private @Nullable Node value(Shape.Kind kind, Node node, String path) {
    if (!(node instanceof Scalar scalar) || scalar.isNull()) {
      String what = " must be " + kind.words() + ", not " + seen(node);
      wrong(node, path, what, Slips.wrongKind(path, new Value(kind), node));
      return null;
    }
    Scalar value = Values.canonical(kind, scalar, context);
    if (value == null) {
      wrongValue(kind, scalar, path);
    } else if (kind == Shape.Kind.BOOLEAN && !value.text().equalsIgnoreCase(scalar.text())) {
      context
          .problems()
          .warning(
              scalar.place(),
              "'" + scalar.text() + "' is a string to YAML, though it is taken as a boolean here",
              "write '" + value.text() + "'");
    }
    return value;
  }

  private @Nullable Node limited(Limited shape, Node node, String path) {
    Node value = value(shape.kind(), node, path);
    if (!(value instanceof Scalar scalar) || shape.holds().test(scalar.text())) {
      return value;
    }
    String seen = "'" + Abbreviated.of(((Scalar) node).text()) + "'";
    broken.add(path);
    context
        .problems()
        .error(
            node.place(),
            "'" + path + "' must be " + shape.words() + ", not " + seen,
            Suggestion.didYouMean(scalar.text(), shape.known()));
    return null;
  }

  private void wrongValue(Shape.Kind kind, Scalar scalar, String path) {
    String seen = "'" + Abbreviated.of(scalar.text()) + "'";
    boolean unquoted = kind == Shape.Kind.STRING;
    String what = " must be " + kind.words() + ", not ";
    broken.add(path);
    context
        .problems()
        .error(
            scalar.place(),
            "'" + path + "'" + what + (unquoted ? scalar.kind() + " " : "") + seen,
            unquoted ? "put it in quotes" : null);
  }

  private @Nullable Node items(Items shape, Node node, String path) {
    if (!(node instanceof Sequence sequence)) {
      wrong(node, path, " must be a list, not " + seen(node), Slips.wrongKind(path, shape, node));
      return null;
    }
    List<Node> items = new ArrayList<>();
    int index = 0;
    for (Node item : sequence.items()) {
      Node shaped = shape(shape.item(), item, path + "." + index++);
      if (shaped != null) {
        items.add(shaped);
      }
    }
    if (shape.distinct()) {
      checkDistinct(items, shape.identity(), path);
    }
    return sequence.withItems(distinct(items, shape.identity()));
  }

  private void checkDistinct(
      List<Node> items, @Nullable Function<Node, String> identity, String path) {
    Set<String> known = new HashSet<>();
    for (Node item : items) {
      String text = identity == null ? "" : identity.apply(item);
      if (!known.add(text)) {
        String what = "'" + Abbreviated.of(text) + "' is in '" + path + "' twice";
        context.problems().error(item.place(), what, "remove one of the two");
      }
    }
  }

  /** Of items with the same identity the last one, at the place of the first one. */
  static List<Node> distinct(List<Node> items, @Nullable Function<Node, String> identity) {
    if (identity == null) {
      return items;
    }
    Map<String, Node> byIdentity = new LinkedHashMap<>();
    items.forEach(item -> byIdentity.put(identity.apply(item), item));
    return List.copyOf(byIdentity.values());
  }

  private @Nullable Node named(Named shape, Node node, String path) {
    if (!(node instanceof Mapping mapping)) {
      String what = " must be a mapping, not " + seen(node);
      wrong(node, path, what, Slips.wrongKind(path, shape, node));
      return null;
    }
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : mapping.entries()) {
      Attribute attribute =
          new Attribute(entry.key(), shape.value(), Form.LONG, Merge.JOINED, shape.nullable());
      Node value = apply(attribute, entry.value(), path + "." + entry.key());
      if (value != null) {
        entries.add(new Entry(entry.key(), entry.place(), value));
      }
    }
    return mapping.withEntries(entries);
  }

  private @Nullable Node fields(Fields shape, Node node, String path) {
    if (!(node instanceof Mapping mapping)) {
      String what = " must be a mapping, not " + seen(node);
      wrong(node, path, what, Slips.wrongKind(path, shape, node));
      return null;
    }
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : mapping.entries()) {
      Node value = field(shape, entry, path.isEmpty() ? entry.key() : path + "." + entry.key());
      if (value != null) {
        entries.add(new Entry(entry.key(), entry.place(), value));
      }
    }
    return mapping.withEntries(entries);
  }

  private @Nullable Node field(Fields shape, Entry entry, String path) {
    if (entry.key().startsWith("x-")) {
      return entry.value();
    }
    Attribute attribute = shape.attributes().get(entry.key());
    if (attribute == null) {
      unknown(shape, entry, path);
      return null;
    }
    return apply(attribute, entry.value(), path);
  }

  private void unknown(Fields shape, Entry entry, String path) {
    broken.add(path);
    String where = path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "the top level";
    String fix = context.problems().isFull() ? null : meant(shape, entry, path);
    context
        .problems()
        .error(entry.place(), "unknown attribute '" + entry.key() + "' in " + quoted(where), fix);
  }

  /** What was meant in place of an unknown attribute counts as broken: nobody should miss it. */
  private @Nullable String meant(Fields shape, Entry entry, String path) {
    String slip = Slips.unknown(path, entry, shape);
    String fix =
        slip != null ? slip : Suggestion.didYouMean(entry.key(), shape.attributes().keySet());
    if (fix != null && fix.startsWith("did you mean '")) {
      String prefix = path.substring(0, path.length() - entry.key().length());
      broken.add(prefix + fix.substring(fix.indexOf('\'') + 1, fix.lastIndexOf('\'')));
    }
    return fix;
  }

  private static String quoted(String where) {
    return where.startsWith("the ") ? where : "'" + where + "'";
  }

  private static String seen(Node node) {
    boolean told = !(node instanceof Scalar scalar) || scalar.isNull() || isString(scalar);
    return told ? node.kind() : node.kind() + " '" + ((Scalar) node).text() + "'";
  }

  private static boolean isString(Scalar scalar) {
    return scalar.type() == Scalar.Type.STRING;
  }

  private void wrong(Node node, String path, String what, @Nullable String fix) {
    broken.add(path);
    context.problems().error(node.place(), "'" + path + "'" + what, fix);
  }

  private static boolean isNull(Node node) {
    return node instanceof Scalar scalar && scalar.isNull();
  }
}
