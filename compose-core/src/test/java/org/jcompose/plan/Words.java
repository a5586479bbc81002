package org.jcompose.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A line of a fixture: words, some of which are {@code key=value}. */
record Words(List<String> words) {

  static Words of(String line) {
    return new Words(Arrays.asList(line.strip().split("\\s+")));
  }

  String word(int at) {
    return words.get(at);
  }

  boolean has(String word) {
    return words.contains(word);
  }

  Optional<String> value(String key) {
    return words.stream()
        .filter(word -> word.startsWith(key + "="))
        .map(word -> word.substring(key.length() + 1))
        .findFirst();
  }

  List<String> values(String key) {
    return value(key).map(text -> Arrays.asList(text.split(","))).orElse(List.of());
  }
}
