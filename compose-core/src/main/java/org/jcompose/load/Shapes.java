package org.jcompose.load;

import java.util.ArrayList;
import java.util.List;
import org.jcompose.load.Shape.Fields;
import org.jcompose.load.Shape.Items;
import org.jcompose.load.Shape.Kind;
import org.jcompose.load.Shape.Named;
import org.jcompose.load.Shape.Value;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Directive;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Scalar;
import org.jspecify.annotations.Nullable;

/** The shapes that several attributes share. */
final class Shapes {

  static final Shape STRING = new Value(Kind.STRING);
  static final Shape TEXT = new Value(Kind.TEXT);
  static final Shape INTEGER = new Value(Kind.INTEGER);
  static final Shape BOOLEAN = new Value(Kind.BOOLEAN);
  static final Shape DURATION = new Value(Kind.DURATION);
  static final Shape SIZE = new Value(Kind.SIZE);
  static final Shape PATH = new Value(Kind.PATH);

  /** A list in which the same word may stand several times. */
  static final Shape WORDS = new Items(STRING, null);

  /** A list of strings, each of which counts once. */
  static final Shape STRINGS = new Items(STRING, Shapes::text);

  /** Like {@link #STRINGS}, of any single values. */
  static final Shape TEXTS = new Items(TEXT, Shapes::text);

  /** A list of strings, none of which may stand in it twice. */
  static final Shape DISTINCT_STRINGS = new Items(STRING, Shapes::text, true);

  /** Like {@link #DISTINCT_STRINGS}, of any single values. */
  static final Shape DISTINCT_TEXTS = new Items(TEXT, Shapes::text, true);

  /** Any single values by name; a name without a value is kept. */
  static final Shape TEXT_BY_NAME = new Named(TEXT, true);

  /** What a driver is told: strings and numbers by name. */
  static final Shape OPTIONS = new Named(new Value(Kind.OPTION), false);

  /** Limits by name (Compose Specification, "ulimits"). */
  static final Shape ULIMITS = new Named(ulimit(), false);

  private Shapes() {}

  /** Addresses by host name, written in any way (Compose Specification, "extra_hosts"). */
  static Attribute extraHosts() {
    return Attribute.of("extra_hosts", new Named(STRINGS, false)).written(new ExtraHostsForm());
  }

  /** Limits by name, each written as one number or as a pair. */
  static Attribute ulimits() {
    return Attribute.of("ulimits", ULIMITS).written(each(Forms.ULIMIT)).merged(Merge.EACH_REPLACED);
  }

  private static Fields ulimit() {
    return Fields.of(
        Attribute.of("single", INTEGER),
        Attribute.of("soft", INTEGER),
        Attribute.of("hard", INTEGER));
  }

  /** The given form for each value of a mapping. */
  static Form each(Form form) {
    return (node, context) -> {
      if (!(node instanceof Mapping mapping)) {
        return node;
      }
      List<Node.Entry> entries = new ArrayList<>();
      for (Node.Entry entry : mapping.entries()) {
        Directive directive = entry.value().directive();
        boolean gone = directive == Directive.RESET;
        Node value = gone ? entry.value() : form.longForm(entry.value(), context);
        if (value != null) {
          entries.add(new Node.Entry(entry.key(), entry.place(), value.with(directive)));
        }
      }
      return mapping.withEntries(entries);
    };
  }

  /** The shape of what stands under a key of a mapping; null if it is of no matter. */
  static @Nullable Shape within(@Nullable Shape mapping, String key) {
    if (mapping instanceof Fields fields) {
      Attribute attribute = fields.attributes().get(key);
      return attribute == null ? null : attribute.shape();
    }
    return mapping instanceof Named named ? named.value() : null;
  }

  /** The identity of a single value: its text. */
  static String text(Node node) {
    return ((Scalar) node).text();
  }

  /** The identity of what may be a pair: its text before the equals sign. */
  static String key(Node node) {
    return text(node).replaceFirst("=.*", "");
  }

  /**
   * The text of one attribute of a mapping, by which items are told apart; empty if there is none.
   */
  static String textOf(Node node, String attribute) {
    return node instanceof Mapping mapping && mapping.get(attribute) instanceof Scalar scalar
        ? scalar.text()
        : "";
  }
}
