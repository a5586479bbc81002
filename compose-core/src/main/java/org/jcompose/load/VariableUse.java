package org.jcompose.load;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jcompose.problem.Place;
import org.jcompose.problem.Problems;
import org.jspecify.annotations.Nullable;

/** Reports wrong and unset variables where they stand; each unset one once. */
final class VariableUse {

  /** Finds the place of the n-th occurrence of a fragment. */
  @FunctionalInterface
  interface Locator {
    Place placeOf(String fragment, int occurrence);
  }

  /** Further problems get the place of the whole value: finding each costs a search through it. */
  private static final int MOST_LOCATED = 100;

  /** Longer ones, in a text made for it, would cost the product of the two lengths. */
  private static final int LONGEST_LOCATED = 200;

  private final Function<String, @Nullable String> lookup;
  private final Supplier<? extends Collection<String>> known;
  private final Allowance growth;
  private final Problems problems;
  private final Set<String> reported = new HashSet<>();
  private int located;

  /**
   * @param known the names of all variables, for suggestions
   * @param growth how much the texts may grow by what is put into them
   */
  VariableUse(
      Function<String, @Nullable String> lookup,
      Supplier<? extends Collection<String>> known,
      Allowance growth,
      Problems problems) {
    this.lookup = lookup;
    this.known = known;
    this.growth = growth;
    this.problems = problems;
  }

  /** The text with its variables replaced; null if that is wrong, which has been reported. */
  @Nullable String replace(String text, Locator locator) {
    return replace(text, locator, name -> {});
  }

  /**
   * Like the other one.
   *
   * @param used hears of each variable that is looked up
   */
  @Nullable String replace(String text, Locator locator, Consumer<String> used) {
    Use use = new Use(text, locator, used);
    String replaced = Template.replace(text, use);
    return use.wrong ? null : replaced;
  }

  private final class Use implements Template.Context {
    private final String text;
    private final Locator locator;
    private final Consumer<String> used;
    private boolean wrong;

    Use(String text, Locator locator, Consumer<String> used) {
      this.text = text;
      this.used = used;
      this.locator = locator;
    }

    @Override
    public @Nullable String valueOf(String name) {
      used.accept(name);
      return lookup.apply(name);
    }

    @Override
    public void unset(String name, String fragment, int at) {
      if (reported.add(name)) {
        String near = problems.isFull() ? null : Suggestion.didYouMean(name, known.get());
        problems.warning(
            place(fragment, at),
            "variable '" + name + "' is not set, so it is taken as empty",
            near != null ? near : "set it, or give it a default: '${" + name + ":-default}'");
      }
    }

    @Override
    public void wrong(String fragment, int at, String message, @Nullable String fix) {
      wrong = true;
      problems.error(place(fragment, at), message, fix);
    }

    @Override
    public boolean mayGrow(int characters) {
      return growth.take(characters);
    }

    private Place place(String fragment, int at) {
      int occurrence = 0;
      if (fragment.length() > LONGEST_LOCATED || ++located > MOST_LOCATED) {
        return locator.placeOf("", 0);
      }
      for (int i = text.indexOf(fragment); i >= 0 && i < at; i = text.indexOf(fragment, i + 1)) {
        occurrence++;
      }
      return locator.placeOf(fragment, occurrence);
    }
  }
}
