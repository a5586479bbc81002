package org.jcompose.plan;

import java.util.Comparator;
import org.jcompose.engine.ContainerState;
import org.jspecify.annotations.Nullable;

/**
 * A container that may stay.
 *
 * @param divergence why it is to be replaced, or null if it is as it should be
 */
record Candidate(ContainerState container, @Nullable String divergence) {

  /** Those that are to be replaced go before the others, and the highest numbers first. */
  static final Comparator<Candidate> WORTHIEST_FIRST =
      Comparator.<Candidate, Boolean>comparing(each -> each.divergence != null)
          .thenComparing(each -> each.container.number());

  static final Comparator<Candidate> BY_NUMBER =
      Comparator.comparing(each -> each.container.number());
}
