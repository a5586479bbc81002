package org.jcompose.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A plan as people read it: every step with its number, its cause and the numbers of the steps that
 * it waits for; then what stays as it is, and what else there is to know.
 */
public final class PlanText {

  private PlanText() {}

  /** The plan's text; each line ends with a line feed. */
  public static String of(Plan plan) {
    List<String> lines = new ArrayList<>();
    Map<String, Integer> numbers = new HashMap<>();
    int width = String.valueOf(plan.steps().size()).length();
    for (PlannedStep step : plan.steps()) {
      numbers.put(step.id(), numbers.size() + 1);
      String number = " ".repeat(width - digits(numbers.size())) + numbers.size();
      lines.add(number + ". " + step.id() + ": " + step.cause() + after(step, numbers));
    }
    if (plan.isEmpty()) {
      lines.add("nothing to do");
    }
    plan.kept().forEach(kept -> lines.add("keep " + kept));
    plan.notices().forEach(notice -> lines.add("note: " + notice));
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static int digits(int number) {
    return String.valueOf(number).length();
  }

  private static String after(PlannedStep step, Map<String, Integer> numbers) {
    List<String> parts = new ArrayList<>();
    if (!step.after().isEmpty()) {
      parts.add("after " + list(step.after(), numbers));
    }
    if (!step.afterEnd().isEmpty()) {
      parts.add("once " + list(step.afterEnd(), numbers) + " ended, well or not");
    }
    return parts.isEmpty() ? "" : " (" + String.join("; ", parts) + ")";
  }

  private static String list(Set<String> ids, Map<String, Integer> numbers) {
    return ids.stream()
        .map(id -> numbers.getOrDefault(id, 0))
        .sorted()
        .map(String::valueOf)
        .collect(Collectors.joining(", "));
  }
}
