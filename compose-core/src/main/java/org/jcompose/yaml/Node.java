package org.jcompose.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jcompose.problem.Place;
import org.jspecify.annotations.Nullable;

/** A piece of a YAML document that knows where it was written. */
public sealed interface Node {

  /** Where it begins. */
  Place place();

  /** How it asks to be merged. */
  Directive directive();

  /** This node, asking to be merged in another way. */
  Node with(Directive directive);

  /** What it is, as errors call it: {@code a mapping}. */
  String kind();

  /** Whether it says the same as another one, wherever that was written. */
  boolean isSame(Node other);

  /** How a node asks to be merged with the one in an earlier file. */
  enum Directive {
    /** By its attribute's own rule. */
    NONE,
    /** {@code !reset}: the attribute is removed. */
    RESET,
    /** {@code !override}: the earlier value is replaced as a whole. */
    OVERRIDE
  }

  /**
   * One key of a mapping with its value.
   *
   * @param place of the key
   */
  record Entry(String key, Place place, Node value) {}

  /** Keys with values, in the order in which they were written. */
  final class Mapping implements Node {
    private final Place place;
    private final Directive directive;
    private final Map<String, Entry> entries;

    private Mapping(Place place, Directive directive, Map<String, Entry> entries) {
      this.place = place;
      this.directive = directive;
      this.entries = entries;
    }

    /** A mapping of the given entries; of several with the same key the last one counts. */
    public static Mapping of(Place place, Collection<Entry> entries) {
      return of(place, Directive.NONE, entries);
    }

    static Mapping of(Place place, Directive directive, Collection<Entry> entries) {
      Map<String, Entry> byKey = new LinkedHashMap<>();
      entries.forEach(entry -> byKey.put(entry.key(), entry));
      return new Mapping(place, directive, Collections.unmodifiableMap(byKey));
    }

    public Collection<Entry> entries() {
      return entries.values();
    }

    public @Nullable Entry entry(String key) {
      return entries.get(key);
    }

    public @Nullable Node get(String key) {
      Entry entry = entries.get(key);
      return entry == null ? null : entry.value();
    }

    public boolean has(String key) {
      return entries.containsKey(key);
    }

    /** This mapping with the given entries in place of its own. */
    public Mapping withEntries(Collection<Entry> others) {
      return of(place, directive, others);
    }

    /** This mapping with one more entry, or with another value for a key that it has. */
    public Mapping withEntry(Entry entry) {
      List<Entry> all = new ArrayList<>(entries());
      all.add(entry);
      return withEntries(all);
    }

    @Override
    public Place place() {
      return place;
    }

    @Override
    public Directive directive() {
      return directive;
    }

    @Override
    public Mapping with(Directive other) {
      return new Mapping(place, other, entries);
    }

    @Override
    public boolean isSame(Node other) {
      return this == other
          || (other instanceof Mapping mapping
              && entries.size() == mapping.entries.size()
              && entries.values().stream().allMatch(mapping::says));
    }

    private boolean says(Entry entry) {
      Node own = get(entry.key());
      return own != null && own.isSame(entry.value());
    }

    @Override
    public String kind() {
      return "a mapping";
    }

    @Override
    public String toString() {
      return entries.values().toString();
    }
  }

  /** Items in their order. */
  record Sequence(Place place, Directive directive, List<Node> items) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }

    public static Sequence of(Place place, List<? extends Node> items) {
      return new Sequence(place, Directive.NONE, List.copyOf(items));
    }

    /** This sequence with the given items in place of its own. */
    public Sequence withItems(List<Node> others) {
      return new Sequence(place, directive, others);
    }

    @Override
    public Sequence with(Directive other) {
      return new Sequence(place, other, items);
    }

    @Override
    public boolean isSame(Node other) {
      return this == other
          || (other instanceof Sequence list
              && items.size() == list.items.size()
              && IntStream.range(0, items.size())
                  .allMatch(index -> items.get(index).isSame(list.items.get(index))));
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /**
   * A single value.
   *
   * @param text as it reads without quotes, escapes and folding
   * @param type what YAML takes it for
   * @param style how it was written
   * @param lastLine the line on which it ends
   */
  record Scalar(Place place, Directive directive, String text, Type type, Style style, int lastLine)
      implements Node {

    /** What YAML takes a scalar for. */
    public enum Type {
      NULL("empty"),
      BOOLEAN("the boolean"),
      INTEGER("the number"),
      FLOAT("the number"),
      STRING("a string"),
      /** What it holds could not be made out, which has been reported. */
      INVALID("an invalid value");

      private final String kind;

      Type(String kind) {
        this.kind = kind;
      }
    }

    /** How a scalar was written. */
    public enum Style {
      PLAIN,
      QUOTED,
      BLOCK
    }

    /** A string that stands at the given place, though not necessarily in these words. */
    public static Scalar string(Place place, String text) {
      return new Scalar(place, Directive.NONE, text, Type.STRING, Style.PLAIN, place.line());
    }

    /** This scalar as a value of the given type. */
    public Scalar as(Type other, String otherText) {
      return new Scalar(place, directive, otherText, other, style, lastLine);
    }

    /** This scalar, of which nobody needs to complain any more. */
    public Scalar invalid() {
      return as(Type.INVALID, text);
    }

    /** Nothing, at the given place. */
    public static Scalar none(Place place) {
      return new Scalar(place, Directive.NONE, "", Type.NULL, Style.PLAIN, place.line());
    }

    public boolean isNull() {
      return type == Type.NULL;
    }

    /** The value that YAML sees: null, a boolean, a whole number, a double or a string. */
    public @Nullable Object value() {
      return PlainScalars.value(type, text);
    }

    /** This scalar with another text, taken for a string. */
    public Scalar withText(String other) {
      return new Scalar(place, directive, other, Type.STRING, style, lastLine);
    }

    /**
     * The place of a fragment of this scalar's text, as far as it stands in the source word for
     * word; else the place of the scalar.
     *
     * @param occurrence which one of several equal fragments, counted from 0
     */
    public Place placeOf(String fragment, int occurrence) {
      return fragment.isEmpty() ? place : Fragments.find(this, fragment, occurrence);
    }

    @Override
    public Scalar with(Directive other) {
      return new Scalar(place, other, text, type, style, lastLine);
    }

    @Override
    public boolean isSame(Node other) {
      return other instanceof Scalar scalar && type == scalar.type && text.equals(scalar.text);
    }

    @Override
    public String kind() {
      return type.kind;
    }
  }
}
