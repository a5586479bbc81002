package org.jcompose.plan;

import java.util.Set;
import org.jcompose.engine.Capability;
import org.jcompose.engine.Observed;

/** What the parts of a planning share. */
record Drafting(
    Draft draft,
    Desired desired,
    Specs specs,
    Lifecycle lifecycle,
    NetworkRenewals renewals,
    Set<Capability> capabilities) {

  static Drafting of(Desired desired, Specs specs, Observed observed, Set<Capability> all) {
    Draft draft = new Draft();
    Lifecycle lifecycle = new Lifecycle(draft, desired.project, desired.options.stopTimeout());
    NetworkRenewals renewals =
        new NetworkRenewals(lifecycle, desired.project, observed.containers());
    return new Drafting(draft, desired, specs, lifecycle, renewals, all);
  }
}
