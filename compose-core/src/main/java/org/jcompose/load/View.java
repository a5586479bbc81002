package org.jcompose.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jcompose.problem.Place;
import org.jcompose.problem.Source;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.Node.Entry;
import org.jcompose.yaml.Node.Mapping;
import org.jcompose.yaml.Node.Scalar;
import org.jcompose.yaml.Node.Sequence;
import org.jspecify.annotations.Nullable;

/** Reads the attributes of a mapping in canonical form; what is absent is null or empty. */
record View(Mapping mapping) {

  private static final Mapping EMPTY = Mapping.of(new Place(Source.of("", ""), 1, 1, 1), List.of());

  boolean has(String key) {
    return mapping.has(key);
  }

  Place place(String key) {
    Entry entry = mapping.entry(key);
    return entry == null ? mapping.place() : entry.value().place();
  }

  /** The place of a key; that of the mapping if it has no such key. */
  Place key(String key) {
    Entry entry = mapping.entry(key);
    return entry == null ? mapping.place() : entry.place();
  }

  @Nullable String text(String key) {
    return mapping.get(key) instanceof Scalar scalar && !scalar.isNull() ? scalar.text() : null;
  }

  /** Like {@link #text}, but what is empty counts as absent. */
  @Nullable String nonEmpty(String key) {
    String text = text(key);
    return text == null || text.isEmpty() ? null : text;
  }

  String textOrEmpty(String key) {
    String text = text(key);
    return text == null ? "" : text;
  }

  @Nullable Boolean bool(String key) {
    String text = text(key);
    return text == null ? null : Boolean.valueOf(text);
  }

  boolean isOn(String key) {
    return Boolean.TRUE.equals(bool(key));
  }

  @Nullable Long number(String key) {
    String text = text(key);
    return text == null ? null : Long.valueOf(text);
  }

  @Nullable Float decimal(String key) {
    String text = text(key);
    return text == null ? null : Float.valueOf(text);
  }

  /** Like {@link #number}, but 0 counts as absent. */
  @Nullable Long nonZero(String key) {
    Long number = number(key);
    return number == null || number == 0 ? null : number;
  }

  long orZero(String key) {
    Long number = number(key);
    return number == null ? 0 : number;
  }

  /** A number that fits an int; larger ones become the largest. */
  @Nullable Integer integer(String key) {
    Long number = number(key);
    return number == null
        ? null
        : (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
  }

  @Nullable Duration duration(String key) {
    String text = text(key);
    return text == null ? null : Duration.parse(text);
  }

  List<String> texts(String key) {
    return items(key).stream()
        .filter(Scalar.class::isInstance)
        .map(item -> ((Scalar) item).text())
        .toList();
  }

  /** The single values of a list. */
  List<Scalar> scalars(String key) {
    return items(key).stream()
        .filter(Scalar.class::isInstance)
        .map(Scalar.class::cast)
        .filter(scalar -> !scalar.isNull())
        .toList();
  }

  @Nullable List<String> textsOrNull(String key) {
    return mapping.get(key) instanceof Sequence ? texts(key) : null;
  }

  List<Node> items(String key) {
    return mapping.get(key) instanceof Sequence sequence ? sequence.items() : List.of();
  }

  List<View> views(String key) {
    return items(key).stream()
        .filter(Mapping.class::isInstance)
        .map(item -> new View((Mapping) item))
        .toList();
  }

  Collection<Entry> entries(String key) {
    return mapping.get(key) instanceof Mapping inner ? inner.entries() : List.of();
  }

  Collection<Entry> entries() {
    return mapping.entries();
  }

  /** The mapping under the key; an empty one if there is none. */
  View view(String key) {
    return of(mapping.get(key));
  }

  static View of(@Nullable Node node) {
    return node instanceof Mapping inner ? new View(inner) : new View(EMPTY);
  }

  /** Texts by name; a name without a value has an empty one. */
  Map<String, String> textMap(String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Entry entry : entries(key)) {
      boolean absent = !(entry.value() instanceof Scalar scalar) || scalar.isNull();
      texts.put(entry.key(), absent ? "" : ((Scalar) entry.value()).text());
    }
    return texts;
  }

  /** Texts by name; a name without a value has null. */
  Map<String, @Nullable String> nullableTextMap(String key) {
    Map<String, @Nullable String> texts = new LinkedHashMap<>();
    for (Entry entry : entries(key)) {
      boolean absent = !(entry.value() instanceof Scalar scalar) || scalar.isNull();
      texts.put(entry.key(), absent ? null : ((Scalar) entry.value()).text());
    }
    return texts;
  }

  /** The {@code x-*} attributes as plain maps, lists and scalars. */
  Map<String, @Nullable Object> extensions() {
    return new View(
            mapping.withEntries(
                entries().stream().filter(entry -> entry.key().startsWith("x-")).toList()))
        .plain();
  }

  /** All of it as plain maps, lists and scalars. */
  Map<String, @Nullable Object> plain() {
    Map<String, @Nullable Object> plain = new TreeMap<>();
    mapping.entries().forEach(entry -> plain.put(entry.key(), plain(entry.value())));
    return plain;
  }

  private static @Nullable Object plain(Node node) {
    if (node instanceof Mapping inner) {
      return new View(inner).plain();
    }
    if (node instanceof Sequence sequence) {
      List<@Nullable Object> list = new ArrayList<>();
      sequence.items().forEach(item -> list.add(plain(item)));
      return list;
    }
    return ((Scalar) node).value();
  }
}
