package org.jcompose.load;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jcompose.problem.Place;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Scalar;
import org.jcompose.yaml.Node.Sequence;
import org.jspecify.annotations.Nullable;

/** The short forms that several attributes share. */
final class Forms {

  /** One string or a list of them. */
  static final Form STRING_OR_LIST =
      (node, context) -> node instanceof Scalar ? Sequence.of(node.place(), List.of(node)) : node;

  /** A list of {@code KEY=value} or a mapping; a bare key has no value. */
  static final Form VARIABLES = (node, context) -> pairs(node, context, Forms::bare);

  /** A list of {@code key=value} or a mapping; a bare key has an empty value. */
  static final Form LABELS = (node, context) -> pairs(node, context, Forms::empty);

  /** A list of {@code name=context} or a mapping; each has a context. */
  static final Form CONTEXTS = Forms::contexts;

  /** A list of names or a mapping from names. */
  static final Form NAMES = (node, context) -> named(node, context, Forms::bare);

  /** A command line, split into words, or a list of words. */
  static final Form COMMAND = Forms::command;

  /** A command line for the shell, or a list that begins with how to run it. */
  static final Form HEALTH_TEST =
      (node, context) ->
          node instanceof Scalar scalar && scalar.type() == Scalar.Type.STRING
              ? texts(scalar.place(), List.of("CMD-SHELL", scalar.text()))
              : node;

  /** One number for both limits, or each of them. */
  static final Form ULIMIT = Forms::ulimit;

  /** A service's name, or where to find it. */
  static final Form EXTENDS = (node, context) -> under("service", node);

  /** Of a list, each either the path of a file or a mapping. */
  static final Form INCLUDE = Forms::includes;

  /** {@code external: true}, or the older {@code external: {name: x}}. */
  static final Form MAYBE_EXTERNAL = Forms::external;

  private Forms() {}

  /** A mapping with one key for each item of a list of names. */
  static @Nullable Node named(
      Node node, FileContext context, BiFunction<Place, String, Node> value) {
    if (!(node instanceof Sequence list)) {
      return node;
    }
    List<Entry> entries = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (Node item : list.items()) {
      if (!(item instanceof Scalar name) || name.isNull()) {
        String fix = item instanceof Mapping ? "leave out the '-' of each item" : null;
        context.problems().error(item.place(), "a name belongs here, not " + item.kind(), fix);
        return null;
      }
      if (!known.add(name.text())) {
        context.problems().error(name.place(), "'" + name.text() + "' is listed twice");
      }
      entries.add(new Entry(name.text(), name.place(), value.apply(name.place(), name.text())));
    }
    return Mapping.of(list.place(), entries);
  }

  private static @Nullable Node pairs(
      Node node, FileContext context, BiFunction<Place, String, Node> bareValue) {
    if (!(node instanceof Sequence list)) {
      return node;
    }
    List<Entry> entries = new ArrayList<>();
    for (Node item : list.items()) {
      if (!(item instanceof Scalar scalar) || scalar.isNull()) {
        String fix = item instanceof Mapping ? "write 'KEY=value', or leave out the '-'" : null;
        context.problems().error(item.place(), "'KEY=value' belongs here, not " + item.kind(), fix);
        return null;
      }
      entries.add(pair(Values.text(scalar), bareValue));
    }
    return Mapping.of(list.place(), entries);
  }

  private static Entry pair(Scalar scalar, BiFunction<Place, String, Node> bareValue) {
    String text = scalar.text();
    int equals = text.indexOf('=');
    if (equals < 0) {
      return new Entry(text, scalar.place(), bareValue.apply(scalar.place(), text));
    }
    String key = text.substring(0, equals);
    return new Entry(key, scalar.place(), scalar.withText(text.substring(equals + 1)));
  }

  private static @Nullable Node contexts(Node node, FileContext context) {
    if (!(pairs(node, context, Forms::bare) instanceof Mapping mapping)) {
      return node instanceof Sequence ? null : node;
    }
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : mapping.entries()) {
      if (node instanceof Sequence && entry.value() instanceof Scalar none && none.isNull()) {
        String what = "additional context '" + entry.key() + "' has no path or address";
        context.problems().error(entry.place(), what, "write '" + entry.key() + "=PATH'");
      } else {
        entries.add(entry);
      }
    }
    return mapping.withEntries(entries);
  }

  private static Node bare(Place place, String name) {
    return Scalar.none(place);
  }

  private static Node empty(Place place, String name) {
    return Scalar.string(place, "");
  }

  static Sequence texts(Place place, List<String> texts) {
    return Sequence.of(place, texts.stream().map(text -> Scalar.string(place, text)).toList());
  }

  /** A mapping in which what may stand alone stands under its key. */
  static Node under(String key, Node node) {
    return node instanceof Scalar
        ? Mapping.of(node.place(), List.of(new Entry(key, node.place(), node)))
        : node;
  }

  private static Node includes(Node node, FileContext context) {
    return node instanceof Sequence list
        ? list.withItems(list.items().stream().map(item -> under("path", item)).toList())
        : node;
  }

  private static @Nullable Node command(Node node, FileContext context) {
    if (!(node instanceof Scalar scalar) || scalar.type() != Scalar.Type.STRING) {
      return node;
    }
    ShellWords words = ShellWords.parse(scalar.text());
    if (words == null) {
      context
          .problems()
          .error(scalar.place(), "a quote or parenthesis is not closed", "close it, or escape it");
      return null;
    }
    if (!words.dropped().isEmpty()) {
      context
          .problems()
          .warning(
              scalar.placeOf(words.dropped(), 0),
              "no shell runs this command, so '" + words.dropped().charAt(0) + "' ends it",
              "write '[\"sh\", \"-c\", \"...\"]', or quote it");
    }
    return texts(scalar.place(), words.words());
  }

  private static @Nullable Node external(Node node, FileContext context) {
    if (!(node instanceof Mapping mapping)
        || !(mapping.get("external") instanceof Mapping external)) {
      return node;
    }
    Place place = external.place();
    Scalar yes = Scalar.none(place).as(Scalar.Type.BOOLEAN, "true");
    Mapping flat = mapping.withEntry(new Entry("external", place, yes));
    Node name = external.get("name");
    if (name == null) {
      return flat;
    }
    if (mapping.has("name")) {
      context.problems().error(place, "'external.name' stands beside 'name'", "remove the former");
      return null;
    }
    context
        .problems()
        .warning(place, "'external.name' is obsolete", "write 'external: true' and 'name: ...'");
    return flat.withEntry(new Entry("name", name.place(), name));
  }

  private static @Nullable Node ulimit(Node node, FileContext context) {
    if (node instanceof Scalar scalar && !scalar.isNull()) {
      return Mapping.of(node.place(), List.of(new Entry("single", node.place(), node)));
    }
    if (node instanceof Mapping mapping
        && (mapping.has("single") || !mapping.has("soft") || !mapping.has("hard"))) {
      String what = "a limit is one number, or has both 'soft' and 'hard'";
      context.problems().error(node.place(), what);
      return null;
    }
    return node;
  }
}
