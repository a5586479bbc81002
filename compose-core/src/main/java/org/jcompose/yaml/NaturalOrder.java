package org.jcompose.yaml;

import java.util.Comparator;

/**
 * Orders the keys of a mapping as the YAML writer of Docker Compose does: where two keys begin to
 * differ, numbers are compared by their value, and anything else that is no letter comes before
 * letters, but digits after other digits come last.
 */
final class NaturalOrder implements Comparator<String> {

  static final NaturalOrder KEYS = new NaturalOrder();

  private NaturalOrder() {}

  @Override
  public int compare(String left, String right) {
    int[] a = left.codePoints().toArray();
    int[] b = right.codePoints().toArray();
    int at = 0;
    while (at < a.length && at < b.length && a[at] == b[at]) {
      at++;
    }
    if (at == a.length || at == b.length) {
      return Integer.compare(a.length, b.length);
    }
    boolean letterA = Character.isLetter(a[at]);
    boolean letterB = Character.isLetter(b[at]);
    if (letterA != letterB) {
      boolean afterDigit = at > 0 && Character.isDigit(a[at - 1]);
      return letterA == afterDigit ? -1 : 1;
    }
    return letterA ? Integer.compare(a[at], b[at]) : numbers(a, b, at);
  }

  private static int numbers(int[] a, int[] b, int at) {
    long start = (a[at] == '0' || b[at] == '0') && continuesNumber(a, at) ? 1 : 0;
    int endA = end(a, at);
    int endB = end(b, at);
    int byValue = Long.compare(value(a, at, endA, start), value(b, at, endB, start));
    if (byValue != 0) {
      return byValue;
    }
    return endA != endB ? Integer.compare(endA, endB) : Integer.compare(a[at], b[at]);
  }

  /** Whether a zero here is not a leading one. */
  private static boolean continuesNumber(int[] key, int at) {
    int digit = at - 1;
    while (digit >= 0 && key[digit] == '0') {
      digit--;
    }
    return digit >= 0 && Character.isDigit(key[digit]);
  }

  private static int end(int[] key, int from) {
    int end = from;
    while (end < key.length && Character.isDigit(key[end])) {
      end++;
    }
    return end;
  }

  private static long value(int[] key, int from, int end, long start) {
    long value = start;
    for (int i = from; i < end; i++) {
      value = value * 10 + (key[i] - '0');
    }
    return value;
  }
}
