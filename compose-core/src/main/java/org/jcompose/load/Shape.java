package org.jcompose.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jcompose.yaml.Node;
import org.jspecify.annotations.Nullable;

/** What an attribute's value looks like in canonical form. */
sealed interface Shape {

  /** A single value. */
  record Value(Kind kind) implements Shape {}

  /**
   * A single value of which not everything will do.
   *
   * @param words what will do
   * @param holds tells it of the value's text in canonical form
   * @param known all there are, if they can be counted
   */
  record Limited(Kind kind, String words, Predicate<String> holds, List<String> known)
      implements Shape {

    static Limited oneOf(String... values) {
      List<String> known = List.of(values);
      return new Limited(Kind.STRING, "one of " + String.join(", ", known), known::contains, known);
    }

    static Limited range(Kind kind, long least, long most) {
      String words = "a whole number from " + least + " to " + most;
      Predicate<String> holds =
          text -> Long.parseLong(text) >= least && Long.parseLong(text) <= most;
      return new Limited(kind, words, holds, List.of());
    }

    static Limited matching(String pattern, String words) {
      return new Limited(
          Kind.STRING, words, Pattern.compile(pattern).asMatchPredicate(), List.of());
    }
  }

  /**
   * A list.
   *
   * @param identity items of which this is the same replace one another; null: all are kept
   * @param distinct whether no two items of one file may be the same
   */
  record Items(Shape item, @Nullable Function<Node, String> identity, boolean distinct)
      implements Shape {
    Items(Shape item, @Nullable Function<Node, String> identity) {
      this(item, identity, false);
    }
  }

  /**
   * A mapping whose keys are names that the user chose.
   *
   * @param nullable whether a name may stand for itself, without a value
   */
  record Named(Shape value, boolean nullable) implements Shape {}

  /**
   * A mapping whose keys are attributes; {@code x-*} may always be among them.
   *
   * @param needs sets of which one attribute must be there once all files are merged
   * @param exclusions sets of which no two attributes may be there
   */
  record Fields(
      Map<String, Attribute> attributes, List<List<String>> needs, List<List<String>> exclusions)
      implements Shape {
    static Fields of(Attribute... attributes) {
      Map<String, Attribute> byName = new LinkedHashMap<>();
      for (Attribute attribute : attributes) {
        byName.put(attribute.name(), attribute);
      }
      return new Fields(byName, List.of(), List.of());
    }

    /** These fields, without one of which the mapping means nothing. */
    Fields needing(String name) {
      return needingOneOf(name);
    }

    /** These fields, one of the given ones being needed at least. */
    Fields needingOneOf(String... names) {
      return new Fields(attributes, with(needs, names), exclusions);
    }

    /** These fields, of which one of the given ones may be there at most. */
    Fields excluding(String... names) {
      return new Fields(attributes, needs, with(exclusions, names));
    }

    private static List<List<String>> with(List<List<String>> sets, String... names) {
      return Stream.concat(sets.stream(), Stream.of(List.of(names))).toList();
    }
  }

  /** Whatever the user likes. */
  record Anything() implements Shape {}

  /** The kinds of single values. */
  enum Kind {
    STRING("a string"),
    /** A string; numbers and booleans are taken as they read. */
    TEXT("a single value"),
    INTEGER("a whole number"),
    /** A whole number that is no string: for modes, of which "0755" would be read as decimal. */
    PLAIN_INTEGER("a whole number without quotes"),
    /** A number of which only the whole part counts. */
    TRUNCATED("a number"),
    /** A number of single precision. */
    FLOAT("a number"),
    /** Microseconds, or a duration. */
    MICROSECONDS("microseconds, or a duration such as '400ms'"),
    /** A string or a number, which becomes a string. */
    OPTION("a string or a number"),
    BOOLEAN("'true' or 'false'"),
    /** A boolean that is no string. */
    PLAIN_BOOLEAN("'true' or 'false' without quotes"),
    DURATION("a duration with its unit, such as '1m30s'"),
    SIZE("a size, such as '64m'"),
    /** Bytes, which Docker Compose does not take without quotes here. */
    SIZE_WITH_UNIT("a size with its unit, such as '64m'"),
    /** How many; -1 in canonical form for all. */
    COUNT_OR_ALL("a whole number or 'all'"),
    /** A Unix mode: a number as YAML reads it, or octal digits in quotes. */
    MODE("a mode, such as 0440"),
    /** On, off, or more than that; a string in canonical form. */
    SWITCH_OR_STRING("'true', 'false' or a string"),
    /** A path, which becomes absolute. */
    PATH("a path"),
    /** A path, which becomes absolute, or nothing. */
    PATH_OR_EMPTY("a path"),
    /** Where a build finds its files: a path, which becomes absolute, or what the builder knows. */
    CONTEXT("a path or an address");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}
