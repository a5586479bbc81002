package org.jcompose;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jcompose.EngineChoice.Chosen;
import org.jcompose.canonical.CanonicalForm;
import org.jcompose.canonical.ConfigHash;
import org.jcompose.engine.ContainerEngine;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.Engine;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.EngineProvider;
import org.jcompose.engine.ObserveRequest;
import org.jcompose.engine.Observed;
import org.jcompose.executor.Cancellation;
import org.jcompose.executor.PlanExecutor;
import org.jcompose.executor.RunResult;
import org.jcompose.graph.ServiceGraph;
import org.jcompose.load.LoadResult;
import org.jcompose.load.Loader;
import org.jcompose.load.PinnedImages;
import org.jcompose.model.Explanation;
import org.jcompose.model.Project;
import org.jcompose.model.Service;
import org.jcompose.model.UsedVariable;
import org.jcompose.plan.Differences;
import org.jcompose.plan.DownOptions;
import org.jcompose.plan.Plan;
import org.jcompose.plan.Planner;
import org.jcompose.plan.Providing;
import org.jcompose.plan.UpOptions;
import org.jcompose.problem.InvalidProjectException;
import org.jcompose.problem.Problem;
import org.jcompose.progress.ProgressListener;
import org.jspecify.annotations.Nullable;

/**
 * A Compose project and the engine that runs it: the one door of this library.
 *
 * <pre>{@code
 * try (Compose compose = Compose.builder().file("compose.yaml").environment(System.getenv()).build()) {
 *   RunResult result =
 *       compose.up(UpOptions.defaults(), ProgressListener.silent(), new Cancellation());
 *   if (!result.isSuccess()) {
 *     throw new IllegalStateException(FailureReport.of(result).describe());
 *   }
 *   compose.ps().forEach(container -> log.info(container.name()));
 * }
 * }</pre>
 *
 * <p>The files are read and the engine is looked for when they are first needed, and once. Nothing
 * is read from the process: environment variables and the working directory are those that the
 * builder was given. May be used by several threads, as may several of these at once, also for the
 * same project.
 *
 * <p>Methods that need the project throw {@link InvalidProjectException} with all that is wrong
 * with it; those that need the engine throw {@link org.jcompose.engine.EngineUnavailableException}
 * if there is none, and {@link EngineException} if it fails. {@link #close} lets go of the engine;
 * what runs goes on running.
 */
public final class Compose implements AutoCloseable {

  private final ComposeBuilder settings;
  private @Nullable LoadResult loaded;
  private @Nullable Chosen chosen;

  Compose(ComposeBuilder settings) {
    this.settings = settings;
  }

  /** Settings for the project in the working directory; every method of it returns a new one. */
  public static ComposeBuilder builder() {
    return new ComposeBuilder();
  }

  /** The project, fully resolved. */
  public Project project() {
    return loaded().project();
  }

  /** What the project's author should look at, ordered by place. */
  public List<Problem> warnings() {
    return loaded().warnings();
  }

  /**
   * The project's name. Where only the name was given, no file is read: its containers are known by
   * their labels.
   */
  public String projectName() {
    String name = settings.nameWithoutFiles();
    return name != null ? name : project().name();
  }

  /** Whether there are files to read, rather than only a name. */
  public boolean hasFiles() {
    return settings.nameWithoutFiles() == null;
  }

  /**
   * The project in canonical form.
   *
   * @param services only these and what they depend on; empty: all
   */
  public String config(ConfigFormat format, Collection<String> services) {
    Project project = services.isEmpty() ? project() : Selection.of(project(), wanted(services));
    return switch (format) {
      case YAML -> CanonicalForm.yaml(project);
      case JSON -> CanonicalForm.json(project);
    };
  }

  /**
   * Names the images by digest from now on, as their registries say.
   *
   * @throws InvalidProjectException with each image whose digest cannot be had
   */
  public void pinImages() {
    tell(PinnedImages.in(project(), settings.loadRequest().environment()));
  }

  /** A Compose file that says nothing but the image of each service, to be merged over others. */
  public String imagesConfig(ConfigFormat format) {
    Map<String, @Nullable Object> services = new TreeMap<>();
    for (Service service : project().services().values()) {
      if (service.image() != null) {
        services.put(service.name(), Map.of("image", service.image()));
      }
    }
    return written(Map.of("services", services), format);
  }

  private static String written(Map<String, @Nullable Object> model, ConfigFormat format) {
    return switch (format) {
      case YAML -> CanonicalForm.yaml(model);
      case JSON -> CanonicalForm.json(model);
    };
  }

  /**
   * Where an attribute came from, by its path from the top of the file: {@code
   * services.web.environment.URL}. The files are read once more.
   */
  public Explanation explain(String path) {
    return new Loader().explain(settings.loadRequest(), path);
  }

  /**
   * The files merged, with their variables not replaced; values are not checked, and all services
   * take part.
   */
  public String uninterpolatedConfig(ConfigFormat format) {
    return written(new Loader().uninterpolated(settings.loadRequest()), format);
  }

  /** The variables that the files could use, by name: those of the environment and of its files. */
  public Map<String, String> variables() {
    return loaded().variables();
  }

  /** The variables that the files do use, by name; none of them needs to be set. */
  public Map<String, UsedVariable> usedVariables() {
    return new Loader().usedVariables(settings.loadRequest());
  }

  /** The names of the services, each after those that it depends on. */
  public List<String> serviceOrder() {
    return ServiceGraph.of(project().services().values()).order();
  }

  /** The hash by which a changed service is known, by the service's name. */
  public Map<String, String> hashes() {
    Map<String, String> hashes = new TreeMap<>();
    project().services().values().forEach(one -> hashes.put(one.name(), ConfigHash.of(one)));
    return hashes;
  }

  /** The engine, as far as looking at the project or taking it down is concerned. */
  public Engine engine() {
    return choose(this::mayHoldProject).engine();
  }

  /** What the user should know of how the engine was chosen, each in one line. */
  public synchronized List<String> notices() {
    return chosen == null ? List.of() : chosen.notices();
  }

  /**
   * What the engine refuses or leaves out of the services that are wanted, with its places in the
   * files.
   */
  public List<Problem> review(UpOptions options) {
    Set<String> wanted = wanted(options.services());
    return new EngineReview(project(), wanted).of(engineFor(wanted));
  }

  /**
   * What {@link #up} would do now; nothing is changed.
   *
   * @throws InvalidProjectException if the engine refuses something of the project
   */
  public Plan plan(UpOptions options) {
    List<Problem> findings = review(options);
    if (findings.stream().anyMatch(Problem::isError)) {
      throw new InvalidProjectException(findings);
    }
    Engine engine = engine();
    Planner planner = Planner.forEngine(engine);
    Observed observed = engine.observe(planner.request(project(), options));
    return planner.up(project(), observed, options, Differences.seenBy(engine));
  }

  /**
   * Has the services provided that a program provides instead of containers, with what depends on
   * the options' services. What the programs tell is part of the plans that follow.
   */
  public RunResult provide(
      UpOptions options, ProgressListener listener, Cancellation cancellation) {
    Plan plan = Planner.forEngine(engine()).provide(project(), options);
    if (plan.isEmpty()) {
      return new RunResult(List.of(), Duration.ZERO, false);
    }
    RunResult result = run(plan, listener, cancellation);
    if (result.isSuccess()) {
      tell(Providing.told(project(), result.provided()));
    }
    return result;
  }

  /** What {@link #down} would do now; nothing is changed. */
  public Plan planDown(DownOptions options) {
    Engine engine = engine();
    Project project = hasFiles() ? project() : null;
    Observed observed = engine.observe(ObserveRequest.of(projectName()));
    return Planner.forEngine(engine).down(projectName(), project, observed, options);
  }

  /**
   * What stops containers and leaves them there.
   *
   * @param services whose, and those of what they depend on; empty: all of the project
   * @param timeout how long a container may take to stop; null: as it was created with
   */
  public Plan planStop(Collection<String> services, @Nullable Duration timeout) {
    Plan down = planDown(new DownOptions(false, false, timeout));
    return services.isEmpty() ? StopPlan.of(down) : StopPlan.of(down, wanted(services));
  }

  /** Brings the project to what its files say. */
  public RunResult up(UpOptions options, ProgressListener listener, Cancellation cancellation) {
    RunResult provided = provide(options, listener, cancellation);
    return provided.isSuccess() ? run(plan(options), listener, cancellation) : provided;
  }

  /** Stops and removes what the engine holds of the project. */
  public RunResult down(DownOptions options, ProgressListener listener, Cancellation cancellation) {
    return run(planDown(options), listener, cancellation);
  }

  /** Does what a plan made here says; it blocks until that is done, failed or cancelled. */
  public RunResult run(Plan plan, ProgressListener listener, Cancellation cancellation) {
    PlanExecutor executor = new PlanExecutor(settings.parallelism(), settings.providers());
    return executor.run(plan, engine(), listener, cancellation);
  }

  /** Kills the project's containers that run, without waiting until they have ended. */
  public void kill() {
    if (engine() instanceof ContainerEngine engine) {
      for (ContainerState container : observed()) {
        if (container.isRunning()) {
          engine.killContainer(container.name(), "SIGKILL");
        }
      }
    }
  }

  /**
   * The project's containers, those that do not run included. Each has a {@link
   * ContainerState#statusText}, or else the times from which one can be written.
   */
  public List<ContainerState> ps() {
    return new Inspection(engine()).forPeople(observed());
  }

  /**
   * A container of {@link #ps} in full, as it is now, which a list may be late to tell; empty if it
   * has been removed meanwhile.
   */
  public Optional<ContainerState> inspect(ContainerState container) {
    return new Inspection(engine()).inFull(container);
  }

  /** Reports past log lines, ordered by time across containers, and returns after the last. */
  public void logs(LogOptions options, LogListener listener) {
    try {
      List<LogHistory.Source> sources = new ArrayList<>();
      for (ContainerState container : observed()) {
        if (options.wants(container.service())) {
          String name = LogFollowing.shortName(projectName(), container.name());
          listener.began(name);
          sources.add(new LogHistory.Source(container.id(), name, new LogCursor()));
        }
      }
      try (LogHistory history = new LogHistory(listener)) {
        history.read(engine(), sources, options.past());
      }
    } catch (InterruptedException e) {
      throw LogFollowing.interrupted(e);
    }
  }

  /**
   * Reports past log lines as {@link #logs} does, then those to come, also of containers that are
   * created later, until the result is closed. Returns when all past lines were reported.
   */
  public LogFollowing follow(LogOptions options, LogListener listener) {
    LogFollowing following = new LogFollowing(engine(), projectName(), options, listener);
    try {
      following.start();
      return following;
    } catch (InterruptedException e) {
      following.close();
      throw LogFollowing.interrupted(e);
    }
  }

  @Override
  public synchronized void close() {
    if (chosen != null && settings.engine() == null) {
      chosen.engine().close();
    }
    chosen = null;
  }

  private List<ContainerState> observed() {
    return engine().observe(ObserveRequest.of(projectName())).containers();
  }

  private synchronized LoadResult loaded() {
    LoadResult known = loaded;
    if (known == null) {
      known = new Loader().load(settings.loadRequest());
      loaded = known;
    }
    return known;
  }

  private synchronized void tell(Project told) {
    loaded = new LoadResult(told, loaded().variables(), loaded().warnings());
  }

  private Set<String> wanted(Collection<String> services) {
    Project project = project();
    for (String name : services) {
      if (!project.services().containsKey(name)) {
        throw noService(name, project);
      }
    }
    ServiceGraph graph = ServiceGraph.of(project.services().values());
    return services.isEmpty() ? project.services().keySet() : graph.withDependencies(services);
  }

  private static InvalidProjectException noService(String name, Project project) {
    String known = String.join("', '", project.services().keySet());
    String fix = project.services().isEmpty() ? null : "its services are '" + known + "'";
    String message = "project '" + project.name() + "' has no service '" + name + "'";
    return new InvalidProjectException(List.of(Problem.error(null, message, fix)));
  }

  private Engine engineFor(Set<String> services) {
    return choose(engine -> services.stream().allMatch(this::isProcess)).engine();
  }

  private boolean mayHoldProject(Engine engine) {
    return hasFiles()
        ? project().services().keySet().stream().anyMatch(this::isProcess)
        : !engine.observe(ObserveRequest.of(projectName())).containers().isEmpty();
  }

  private boolean isProcess(String service) {
    return project().service(service).extensions().containsKey("x-process");
  }

  private synchronized Chosen choose(Predicate<Engine> suitsProcesses) {
    Chosen known = chosen;
    if (known == null) {
      known = chooseAnew(suitsProcesses);
      chosen = known;
    }
    return known;
  }

  private Chosen chooseAnew(Predicate<Engine> suitsProcesses) {
    Engine given = settings.engine();
    if (given != null) {
      return new Chosen(given, List.of());
    }
    EngineChoice choice =
        new EngineChoice(ServiceLoader.load(EngineProvider.class), settings.engineSettings());
    String name = settings.engineName();
    return name == null ? choice.automatic(suitsProcesses) : choice.named(name);
  }
}
