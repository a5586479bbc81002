package org.jcompose.plan;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jcompose.canonical.ConfigHash;
import org.jcompose.engine.Capability;
import org.jcompose.engine.Engine;
import org.jcompose.engine.ObserveRequest;
import org.jcompose.engine.Observed;
import org.jcompose.engine.Orchestrator;
import org.jcompose.model.Network;
import org.jcompose.model.Project;
import org.jcompose.model.Service;
import org.jcompose.model.Volume;
import org.jspecify.annotations.Nullable;

/**
 * Plans what leads from what an engine holds to what is wanted. It asks the engine nothing but its
 * family and capabilities, changes nothing, and gives the same plan for the same input. May be used
 * from any thread.
 */
public final class Planner {

  private final boolean orchestrated;
  private final Set<Capability> capabilities;
  private final Hashes hashes;

  private Planner(Engine engine, Hashes hashes) {
    this.orchestrated = engine instanceof Orchestrator;
    this.capabilities = Set.copyOf(engine.capabilities());
    this.hashes = hashes;
  }

  /** A planner for what the engine is. */
  public static Planner forEngine(Engine engine) {
    return forEngine(engine, new Hashes(ConfigHash::of, ConfigHash::of, ConfigHash::of));
  }

  static Planner forEngine(Engine engine, Hashes hashes) {
    return new Planner(engine, hashes);
  }

  /** What must be observed to plan {@code up}. */
  public ObserveRequest request(Project project, UpOptions options) {
    Desired desired = new Desired(project, options);
    return new ObserveRequest(
        project.name(),
        names(desired.networks().stream().map(Network::name)),
        names(desired.volumes().stream().map(Volume::name)),
        names(desired.services.stream().map(Service::image).flatMap(Stream::ofNullable)));
  }

  /**
   * What brings the project up.
   *
   * @throws org.jcompose.problem.InvalidProjectException if services are asked for that there are
   *     not, or external networks or volumes are missing
   */
  public Plan up(Project project, Observed observed, UpOptions options) {
    return up(project, observed, options, Differences.unknown());
  }

  /**
   * What brings the project up.
   *
   * @param differences what is named as the cause of changes
   * @throws org.jcompose.problem.InvalidProjectException as {@link #up(Project, Observed,
   *     UpOptions)} does
   */
  public Plan up(Project project, Observed observed, UpOptions options, Differences differences) {
    Desired desired = new Desired(project, options);
    Drafting drafting = Drafting.of(desired, new Specs(project, hashes), observed, capabilities);
    Resources resources = new Resources(drafting, observed, differences);
    resources.addAll(desired);
    if (orchestrated) {
      new ServicesUp(drafting, resources, observed).add();
    } else {
      new ContainersUp(drafting, resources, observed, differences).add();
    }
    return drafting.draft().plan(project.name());
  }

  /**
   * What has services provided that are no containers. It comes before {@link #up}, which is then
   * given the project with what the providers told; without that, {@code up} takes for granted that
   * they tell what they told before.
   */
  public Plan provide(Project project, UpOptions options) {
    Draft draft = new Draft();
    Providing.provide(new Desired(project, options), draft);
    return draft.plan(project.name());
  }

  /**
   * What takes the project down.
   *
   * @param project what the file says of it, or null without one: then nothing is an orphan
   */
  public Plan down(
      String projectName, @Nullable Project project, Observed observed, DownOptions options) {
    Down.Removal removal = orchestrated ? Down::service : Down::container;
    return new Down(projectName, project, observed, options, removal).plan(capabilities);
  }

  private static Set<String> names(Stream<String> names) {
    return names.collect(Collectors.toCollection(TreeSet::new));
  }
}
