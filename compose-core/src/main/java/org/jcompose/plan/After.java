package org.jcompose.plan;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a step comes after, while its plan is drafted. */
final class After {

  final Set<String> done = new LinkedHashSet<>();
  final Set<String> ended = new LinkedHashSet<>();

  static After nothing() {
    return new After();
  }

  static After step(String id) {
    return new After().and(id);
  }

  static After steps(Collection<String> ids) {
    After after = new After();
    after.done.addAll(ids);
    return after;
  }

  After copy() {
    return nothing().and(this);
  }

  After and(String id) {
    done.add(id);
    return this;
  }

  After and(After other) {
    done.addAll(other.done);
    ended.addAll(other.ended);
    return this;
  }
}
