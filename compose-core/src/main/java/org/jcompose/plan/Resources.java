package org.jcompose.plan;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jcompose.engine.Capability;
import org.jcompose.engine.ComposeLabels;
import org.jcompose.engine.NetworkSpec;
import org.jcompose.engine.Observed;
import org.jcompose.engine.Observed.NetworkState;
import org.jcompose.engine.Observed.VolumeState;
import org.jcompose.engine.VolumeSpec;
import org.jcompose.model.Network;
import org.jcompose.model.Project;
import org.jcompose.model.Service;
import org.jcompose.model.Volume;
import org.jcompose.problem.Problem;
import org.jcompose.problem.Problems;
import org.jspecify.annotations.Nullable;

/** Drafts the networks, volumes and images that services need before they can be created. */
final class Resources {

  private static final String ABSENT = "it does not exist";

  private final Draft draft;
  private final Project project;
  private final Specs specs;
  private final Set<Capability> capabilities;
  private final Map<String, NetworkState> networks;
  private final Map<String, VolumeState> volumes;
  private final Map<String, String> images;
  private final NetworkRenewals renewals;
  private final Differences differences;

  Resources(Drafting drafting, Observed observed, Differences differences) {
    this.draft = drafting.draft();
    this.project = drafting.desired().project;
    this.specs = drafting.specs();
    this.capabilities = drafting.capabilities();
    this.renewals = drafting.renewals();
    this.differences = differences;
    this.networks = byName(observed.networks().stream(), NetworkState::name);
    this.volumes = byName(observed.volumes().stream(), VolumeState::name);
    this.images = observed.images();
  }

  /**
   * Drafts what is missing of the networks and volumes.
   *
   * @throws org.jcompose.problem.InvalidProjectException if an external one is missing
   */
  void addAll(Desired desired) {
    Problems problems = new Problems();
    if (capabilities.contains(Capability.NETWORKS)) {
      desired.networks().forEach(network -> add(network, problems));
    }
    if (capabilities.contains(Capability.VOLUMES)) {
      desired.volumes().forEach(volume -> add(volume, problems));
    }
    problems.throwIfErrors();
  }

  /** What a container of the service is created after; drafts the pull of its image. */
  After neededBy(Service service) {
    After after = After.nothing();
    for (String key : service.networks().keySet()) {
      Network network = project.networks().get(key);
      andIfDrafted(after, network == null ? null : "create network " + network.name());
    }
    Desired.volumeKeys(service)
        .flatMap(key -> Stream.ofNullable(project.volumes().get(key)))
        .forEach(volume -> andIfDrafted(after, "create volume " + volume.name()));
    String image = service.image();
    if (image != null && capabilities.contains(Capability.IMAGES) && !images.containsKey(image)) {
      String cause = "it is not there, and service '" + service.name() + "' needs it";
      after.and(draft.add(new Step.PullImage(image), cause, After.nothing()));
    }
    return after;
  }

  private void andIfDrafted(After after, @Nullable String id) {
    if (id != null && draft.has(id)) {
      after.and(id);
    }
  }

  private void add(Network network, Problems problems) {
    NetworkState found = networks.get(network.name());
    if (found != null) {
      noticeForeign("network", network.name(), network.external(), found.labels());
      if (!network.external()) {
        renewIfDiverged(specs.network(network), found);
      }
    } else if (network.external()) {
      problems.add(missing("network", network.key(), network.name()));
    } else {
      draft.add(new Step.CreateNetwork(specs.network(network)), ABSENT, After.nothing());
    }
  }

  private void renewIfDiverged(NetworkSpec spec, NetworkState found) {
    if (isDiverged(spec.labels(), found.labels())) {
      renewals.renew(spec, Changes.of(differences.of(spec), Existing.CONFIGURATION));
    }
  }

  private void noticeIfDiverged(VolumeSpec spec, VolumeState found) {
    if (isDiverged(spec.labels(), found.labels())) {
      String changed = Changes.of(differences.of(spec), Existing.CONFIGURATION);
      draft.notice(
          "volume '"
              + found.name()
              + "': "
              + changed
              + ", but it is used as it is, because making it anew would delete what is in it; to do"
              + " that, take the project down with '--volumes' and up again");
    }
  }

  /** Only what carries a hash of this project can be told to have changed. */
  private boolean isDiverged(Map<String, String> wanted, Map<String, String> found) {
    String hash = found.getOrDefault(ComposeLabels.CONFIG_HASH, "");
    return project.name().equals(found.get(ComposeLabels.PROJECT))
        && !hash.isEmpty()
        && !hash.equals(wanted.get(ComposeLabels.CONFIG_HASH));
  }

  private void add(Volume volume, Problems problems) {
    VolumeState found = volumes.get(volume.name());
    if (found != null) {
      noticeForeign("volume", volume.name(), volume.external(), found.labels());
      if (!volume.external()) {
        noticeIfDiverged(specs.volume(volume), found);
      }
    } else if (volume.external()) {
      problems.add(missing("volume", volume.key(), volume.name()));
    } else {
      draft.add(new Step.CreateVolume(specs.volume(volume)), ABSENT, After.nothing());
    }
  }

  private void noticeForeign(
      String kind, String name, boolean external, Map<String, String> labels) {
    if (!external && !project.name().equals(labels.get(ComposeLabels.PROJECT))) {
      draft.notice(
          kind
              + " '"
              + name
              + "' exists but was not made for project '"
              + project.name()
              + "'; it is used as it is");
    }
  }

  private Problem missing(String kind, String key, String name) {
    return Problem.error(
        project.places().at(kind + "s." + key).orElse(null),
        kind + " '" + name + "' is external, and there is none of that name",
        "create it, or remove 'external' to let the project create it");
  }

  private static <T> Map<String, T> byName(Stream<T> all, Function<T, String> name) {
    return all.collect(Collectors.toMap(name, each -> each, (one, other) -> one));
  }
}
