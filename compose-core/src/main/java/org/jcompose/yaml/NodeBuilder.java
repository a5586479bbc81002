package org.jcompose.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jcompose.problem.Place;
import org.jcompose.problem.Problems;
import org.jcompose.problem.Source;
import org.jcompose.yaml.Node.Directive;
import org.jcompose.yaml.Node.Scalar;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Builds nodes from parser events, without recursion. An alias shares the node of its anchor, so
 * that memory grows with the text alone; what walks over nodes later pays for the expansion, which
 * is therefore counted here and bounded.
 */
final class NodeBuilder {

  private static final int DEEPEST = 200;
  private static final long MOST_NODES = 1_000_000;
  private static final int MOST_DOCUMENTS = 100;

  /**
   * A node that has an anchor.
   *
   * @param size the number of nodes that it expands to
   * @param depth the levels of nesting in it
   */
  private record Anchored(Node node, long size, int depth) {}

  private final Source source;
  private final Problems problems;
  private final List<Node> documents = new ArrayList<>();
  private final Deque<OpenCollection> open = new ArrayDeque<>();
  private final Map<String, Anchored> anchors = new HashMap<>();
  private @Nullable Scalar last;
  private final Set<String> openAnchors = new HashSet<>();

  NodeBuilder(Source source, Problems problems) {
    this.source = source;
    this.problems = problems;
  }

  /** The scalar that was read last; null if there was none. */
  @Nullable Scalar last() {
    return last;
  }

  List<Node> documents() {
    return List.copyOf(documents);
  }

  /** Takes the next event; false: a bound was passed, and reported, and there is no going on. */
  boolean accept(Event event) {
    return switch (event.getEventId()) {
      case DocumentStart -> startDocument(event);
      case Scalar -> scalar((ScalarEvent) event);
      case Alias -> alias((AliasEvent) event);
      case MappingStart, SequenceStart -> open((CollectionStartEvent) event);
      case MappingEnd, SequenceEnd -> close();
      case StreamStart, StreamEnd, DocumentEnd, Comment -> true;
    };
  }

  private boolean startDocument(Event event) {
    anchors.clear();
    if (documents.size() >= MOST_DOCUMENTS) {
      problems.error(placeOf(event), "more than " + MOST_DOCUMENTS + " documents in one file");
    }
    return documents.size() < MOST_DOCUMENTS;
  }

  private boolean scalar(ScalarEvent event) {
    boolean plain = event.isPlain() && event.getTag().isEmpty();
    Scalar node =
        new Scalar(
            placeOf(event),
            directive(event.getTag(), event),
            event.getValue(),
            plain || hasDirective(event) ? PlainScalars.typeOf(event.getValue()) : typed(event),
            style(event),
            event.getEndMark().map(mark -> mark.getLine() + 1).orElse(1));
    last = node;
    return put(new Anchored(node, 1, 0), anchorOf(event), plain);
  }

  private static boolean hasDirective(ScalarEvent event) {
    return event.isPlain() && event.getTag().map(tag -> !tag.startsWith("tag:")).orElse(false);
  }

  private static Scalar.Type typed(ScalarEvent event) {
    String tag = event.getTag().orElse("");
    boolean string = tag.isEmpty() || tag.endsWith(":str") || tag.startsWith("!");
    return string ? Scalar.Type.STRING : PlainScalars.typeOf(event.getValue());
  }

  private static Scalar.Style style(ScalarEvent event) {
    if (event.isPlain()) {
      return Scalar.Style.PLAIN;
    }
    boolean block = event.isLiteral() || event.isFolded();
    return block ? Scalar.Style.BLOCK : Scalar.Style.QUOTED;
  }

  private boolean open(CollectionStartEvent event) {
    if (open.size() >= DEEPEST) {
      problems.error(placeOf(event), "more than " + DEEPEST + " levels of nesting");
      return false;
    }
    String anchor = anchorOf(event);
    if (anchor != null) {
      openAnchors.add(anchor);
    }
    Directive directive = directive(event.getTag(), event);
    boolean mapping = event instanceof MappingStartEvent;
    open.push(new OpenCollection(mapping, placeOf(event), directive, anchor));
    return true;
  }

  private boolean close() {
    OpenCollection done = open.pop();
    if (done.anchor() != null) {
      openAnchors.remove(done.anchor());
    }
    Anchored node = new Anchored(done.build(problems), done.size() + 1, done.depth() + 1);
    return put(node, done.anchor(), false);
  }

  private boolean alias(AliasEvent event) {
    String name = event.getAlias().getValue();
    Anchored target = anchors.get(name);
    if (target != null) {
      return put(target, null, false);
    }
    String why =
        openAnchors.contains(name) ? "refers to what contains it" : "refers to no anchor before it";
    problems.error(placeOf(event), "alias '*" + name + "' " + why);
    return put(new Anchored(Scalar.none(placeOf(event)).invalid(), 1, 0), null, false);
  }

  private boolean put(Anchored done, @Nullable String anchor, boolean plain) {
    Node node = done.node();
    if (anchor != null) {
      anchors.put(anchor, done);
    }
    OpenCollection into = open.peek();
    if (into == null) {
      addDocument(node);
      return true;
    }
    into.add(node, plain, problems);
    into.count(done.size(), done.depth());
    if (into.size() > MOST_NODES) {
      problems.error(node.place(), "more than a million values, aliases expanded");
    } else if (open.size() + done.depth() > DEEPEST) {
      problems.error(node.place(), "aliases nest more than " + DEEPEST + " levels deep");
    }
    return into.size() <= MOST_NODES && open.size() + done.depth() <= DEEPEST;
  }

  private void addDocument(Node node) {
    boolean empty = node instanceof Scalar scalar && scalar.isNull();
    if (!empty) {
      documents.add(node);
    }
  }

  private Directive directive(Optional<String> tag, NodeEvent event) {
    String name = tag.orElse("");
    if (name.equals("!reset")) {
      return Directive.RESET;
    }
    if (name.equals("!override")) {
      return Directive.OVERRIDE;
    }
    if (name.startsWith("!") && name.length() > 1) {
      problems.warning(placeOf(event), "tag '" + name + "' has no meaning here", "leave it out");
    }
    return Directive.NONE;
  }

  private static @Nullable String anchorOf(NodeEvent event) {
    return event.getAnchor().map(Anchor::getValue).orElse(null);
  }

  private Place placeOf(Event event) {
    return event
        .getStartMark()
        .map(start -> placeFrom(start, event.getEndMark().orElse(start)))
        .orElseGet(() -> new Place(source, 1, 1, 1));
  }

  private Place placeFrom(Mark start, Mark end) {
    int length = 1;
    if (end.getLine() == start.getLine()) {
      length = Math.max(1, end.getColumn() - start.getColumn());
    } else {
      String line = source.line(start.getLine() + 1);
      length = Math.max(1, line.codePointCount(0, line.length()) - start.getColumn());
    }
    return new Place(source, start.getLine() + 1, start.getColumn() + 1, length);
  }
}
