package org.jcompose.load;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jcompose.yaml.Node;
import org.jspecify.annotations.Nullable;

/** What an attribute's value looks like in canonical form. */
sealed interface Shape {

  /** A single value. */
  record Value(Kind kind) implements Shape {}

  /**
   * A list.
   *
   * @param identity items of which this is the same replace one another; null: all are kept
   */
  record Items(Shape item, @Nullable Function<Node, String> identity) implements Shape {}

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
