package org.jcompose.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
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

  /** A mapping whose keys are attributes; {@code x-*} may always be among them. */
  record Fields(Map<String, Attribute> attributes) implements Shape {
    static Fields of(Attribute... attributes) {
      Map<String, Attribute> byName = new LinkedHashMap<>();
      for (Attribute attribute : attributes) {
        byName.put(attribute.name(), attribute);
      }
      return new Fields(byName);
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
    DURATION("a duration with its unit, such as '1m30s'"),
    SIZE("a size, such as '64m'"),
    /** A path, which becomes absolute. */
    PATH("a path");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}
