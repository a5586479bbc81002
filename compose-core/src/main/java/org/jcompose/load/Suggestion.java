package org.jcompose.load;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Guesses what a user meant. */
final class Suggestion {

  private static final int LONGEST = 40;

  /** A thousand problems, each with a search through more names, would take minutes. */
  private static final int MOST_KNOWN = 10_000;

  private static final int SHORT = 5;

  private Suggestion() {}

  /** {@code did you mean 'x'?} for the known name that is nearest; null if none is near. */
  static @Nullable String didYouMean(String name, Collection<String> known) {
    return nearest(name, known).map(near -> "did you mean '" + near + "'?").orElse(null);
  }

  private static Optional<String> nearest(String name, Collection<String> known) {
    if (name.length() > LONGEST || known.size() > MOST_KNOWN) {
      return Optional.empty();
    }
    int farthest = name.length() < SHORT ? 1 : Math.max(2, name.length() / 3);
    return known.stream()
        .map(other -> new Candidate(other, distance(name, other, farthest)))
        .filter(candidate -> candidate.distance() <= farthest)
        .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
        .map(Candidate::name);
  }

  private record Candidate(String name, int distance) {}

  /** The number of insertions, deletions, replacements and swaps between two names. */
  private static int distance(String a, String b, int farthest) {
    if (Math.abs(a.length() - b.length()) > farthest) {
      return Integer.MAX_VALUE;
    }
    return distance(a.toLowerCase(Locale.ROOT), b.toLowerCase(Locale.ROOT));
  }

  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(int[][] cost, String a, String b, int i, int j) {
    int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
