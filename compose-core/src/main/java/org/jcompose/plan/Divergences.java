package org.jcompose.plan;

import java.util.List;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.engine.ContainerState;
import org.jcompose.model.Service;
import org.jcompose.plan.UpOptions.Recreate;
import org.jspecify.annotations.Nullable;

/** Tells which containers are not as they should be, and why. */
final class Divergences {

  private final Desired desired;
  private final Specs specs;
  private final Existing existing;
  private final Differences differences;

  Divergences(Desired desired, Specs specs, Existing existing, Differences differences) {
    this.desired = desired;
    this.specs = specs;
    this.existing = existing;
    this.differences = differences;
  }

  /** The containers of a service, those first that rather stay. */
  List<Candidate> candidates(Service service, List<ContainerState> containers, Partners partners) {
    String hash =
        partners.isEmpty() ? specs.hash(service) : specs.hash(service, partners::idOrUnknown);
    return containers.stream()
        .map(each -> new Candidate(each, cause(service, each, hash, partners)))
        .sorted(Candidate.WORTHIEST_FIRST)
        .toList();
  }

  private @Nullable String cause(
      Service service, ContainerState container, String hash, Partners partners) {
    if (desired.options.recreate() == Recreate.FORCE && desired.isNamed(service.name())) {
      return "its replacement was asked for";
    }
    if (partners.replacementCause() != null) {
      return partners.replacementCause();
    }
    String cause = existing.divergence(container, service, hash, desired.project);
    if (!Existing.CONFIGURATION.equals(cause)) {
      return cause;
    }
    ContainerSpec wanted = specs.container(service, container.number());
    List<String> changed = differences.of(container, wanted);
    return Providing.isToldByProviders(service, desired.project, changed)
        ? null
        : Changes.of(changed, Existing.CONFIGURATION);
  }
}
