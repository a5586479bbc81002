package org.jcompose.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcompose.problem.Place;
import org.jcompose.problem.Problems;
import org.jcompose.yaml.Node.Directive;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Scalar;
import org.jcompose.yaml.Node.Sequence;
import org.jspecify.annotations.Nullable;

/** A mapping or sequence whose end has not come yet. */
final class OpenCollection {

  /** What YAML itself allows of a key in its usual notation. */
  private static final int LONGEST_KEY = 1_024;

  private final boolean mapping;
  private final Place place;
  private final Directive directive;
  private final @Nullable String anchor;
  private final List<Node> items = new ArrayList<>();
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private @Nullable Scalar key;
  private boolean keyIsMerge;
  private boolean skipValue;
  private @Nullable Entry merge;
  private long size;
  private int depth;

  OpenCollection(boolean mapping, Place place, Directive directive, @Nullable String anchor) {
    this.mapping = mapping;
    this.place = place;
    this.directive = directive;
    this.anchor = anchor;
  }

  @Nullable String anchor() {
    return anchor;
  }

  long size() {
    return size;
  }

  /** The deepest of what is in it. */
  int depth() {
    return depth;
  }

  void count(long nodeSize, int nodeDepth) {
    size += nodeSize;
    depth = Math.max(depth, nodeDepth);
  }

  void add(Node node, boolean plain, Problems problems) {
    if (!mapping) {
      items.add(node);
    } else if (skipValue) {
      skipValue = false;
    } else if (key == null) {
      addKey(node, plain, problems);
    } else {
      addValue(key, node, problems);
      key = null;
    }
  }

  private void addKey(Node node, boolean plain, Problems problems) {
    if (node instanceof Scalar scalar && scalar.text().length() <= LONGEST_KEY) {
      key = scalar;
      checkSpaces(scalar, problems);
      keyIsMerge = plain && scalar.text().equals("<<");
    } else if (node instanceof Scalar) {
      problems.error(node.place(), "a key of more than " + LONGEST_KEY + " characters");
      skipValue = true;
    } else {
      problems.error(node.place(), node.kind() + " cannot be a key");
      skipValue = true;
    }
  }

  private static void checkSpaces(Scalar name, Problems problems) {
    int at = Invisible.in(name.text());
    if (at >= 0) {
      problems.warning(
          name.place(),
          Invisible.sentence(name.text().charAt(at)) + ", but part of this key",
          "replace it by a space");
    }
  }

  private void addValue(Scalar name, Node value, Problems problems) {
    Entry entry = new Entry(name.text(), name.place(), value);
    Entry before = keyIsMerge ? merge : entries.get(entry.key());
    if (before != null) {
      problems.error(
          entry.place(),
          "'" + entry.key() + "' is defined twice: first at " + before.place(),
          "remove one of the two");
    } else if (keyIsMerge) {
      merge = entry;
    } else {
      entries.put(entry.key(), entry);
    }
  }

  Node build(Problems problems) {
    if (!mapping) {
      return new Sequence(place, directive, items);
    }
    if (merge != null) {
      inherit(merge.value(), problems);
    }
    return Mapping.of(place, directive, entries.values());
  }

  private void inherit(Node from, Problems problems) {
    if (from instanceof Mapping parent) {
      parent.entries().forEach(entry -> entries.putIfAbsent(entry.key(), entry));
    } else if (from instanceof Sequence parents && merge != null && merge.value() == from) {
      parents.items().forEach(parent -> inherit(parent, problems));
    } else if (!(from instanceof Scalar scalar && scalar.type() == Scalar.Type.INVALID)) {
      problems.error(
          from.place(),
          "'<<' takes a mapping or a list of mappings, not " + from.kind(),
          "refer to an anchored mapping: '<<: *name'");
    }
  }
}
