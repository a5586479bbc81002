package org.jcompose.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A plan in the making. Steps may be added in any order; the plan puts them into one that holds.
 */
final class Draft {

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final List<String> kept = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();

  private static final class Entry {
    final int position;
    final String id;
    final Step step;
    final String cause;
    final After after;
    final List<Entry> before = new ArrayList<>();
    int missing;

    Entry(int position, String id, Step step, String cause, After after) {
      this.position = position;
      this.id = id;
      this.step = step;
      this.cause = cause;
      this.after = after;
    }

    PlannedStep planned() {
      return new PlannedStep(id, step, cause, after.done, after.ended);
    }
  }

  /** Adds a step, unless it is there; returns its id. */
  String add(Step step, String cause, After after) {
    String id = StepWords.of(step);
    entries.computeIfAbsent(id, name -> entry(name, step, cause, after));
    return id;
  }

  private Entry entry(String id, Step step, String cause, After after) {
    return new Entry(entries.size(), id, step, cause, After.nothing().and(after));
  }

  /** Puts a step behind another, both of which are there. */
  void order(String earlier, String later) {
    Entry entry = entries.get(later);
    if (entry != null) {
      entry.after.and(earlier);
    }
  }

  boolean has(String id) {
    return entries.containsKey(id);
  }

  void keep(String what) {
    kept.add(what);
  }

  void notice(String what) {
    notices.add(what);
  }

  Plan plan(String project) {
    return new Plan(project, ordered(), kept, notices);
  }

  private List<PlannedStep> ordered() {
    PriorityQueue<Entry> ready =
        new PriorityQueue<>((a, b) -> Integer.compare(a.position, b.position));
    for (Entry entry : entries.values()) {
      link(entry);
      if (entry.missing == 0) {
        ready.add(entry);
      }
    }
    List<PlannedStep> steps = new ArrayList<>(entries.size());
    for (Entry entry = ready.poll(); entry != null; entry = ready.poll()) {
      steps.add(entry.planned());
      entry.before.stream().filter(next -> --next.missing == 0).forEach(ready::add);
    }
    if (steps.size() != entries.size()) {
      throw new IllegalStateException("the steps of a plan wait for one another in a cycle");
    }
    return steps;
  }

  private void link(Entry entry) {
    Set<String> all = entry.after.done;
    Stream.concat(all.stream(), entry.after.ended.stream().filter(id -> !all.contains(id)))
        .forEach(
            id -> {
              Entry earlier = entries.get(id);
              if (earlier == null) {
                throw new IllegalStateException("no step '" + id + "' in the plan");
              }
              earlier.before.add(entry);
              entry.missing++;
            });
  }
}
