package org.jcompose.executor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.Engine;
import org.jcompose.engine.ObserveRequest;
import org.jcompose.engine.Observed;
import org.jcompose.model.Dependency;
import org.jcompose.model.Healthcheck;
import org.jcompose.model.Network;
import org.jcompose.model.Project;
import org.jcompose.model.Service;
import org.jcompose.plan.Differences;
import org.jcompose.plan.DownOptions;
import org.jcompose.plan.Plan;
import org.jcompose.plan.Planner;
import org.jcompose.plan.UpOptions;

/** A project of services on an engine, planned and run as users do. */
final class Stack {

  private final Engine engine;
  private final Map<String, Service> services = new TreeMap<>();
  private final Map<String, Network> networks = new TreeMap<>();
  private final EventText events = new EventText();
  private final Cancellation cancellation = new Cancellation();

  Stack(Engine engine) {
    this.engine = engine;
  }

  /** A service whose containers do what the script's statements say. */
  Stack with(Service.Builder service, String... script) {
    Service with =
        service.extensions(Map.of("x-memory", Map.of("script", List.of(script)))).build();
    services.put(with.name(), with);
    return this;
  }

  /** A service in whose containers commands do what is said, instead of nothing. */
  Stack with(Service.Builder service, Map<String, List<String>> exec, String... script) {
    Map<String, Object> memory = Map.of("script", List.of(script), "exec", exec);
    Service with = service.extensions(Map.of("x-memory", memory)).build();
    services.put(with.name(), with);
    return this;
  }

  Stack network(Network network) {
    networks.put(network.key(), network);
    return this;
  }

  /** The names of all containers. */
  List<String> names() {
    return engine.observe(ObserveRequest.of("shop")).containers().stream()
        .map(ContainerState::name)
        .toList();
  }

  static Service.Builder service(String name) {
    return Service.builder(name);
  }

  static Service.Builder checked(String name) {
    List<String> test = List.of("CMD", "check");
    return service(name).healthcheck(new Healthcheck(test, null, null, null, null, null, false));
  }

  /** Such as {@code "db healthy", "seed completed"}; {@code "cache healthy optional"}. */
  static Map<String, Dependency> on(String... dependencies) {
    return Stream.of(dependencies)
        .map(text -> List.of(text.split(" ", -1)))
        .collect(
            Collectors.toMap(
                words -> words.get(0),
                words ->
                    new Dependency(condition(words.get(1)), !words.contains("optional"), false),
                (one, other) -> one,
                LinkedHashMap::new));
  }

  private static Dependency.Condition condition(String word) {
    return switch (word) {
      case "started" -> Dependency.Condition.SERVICE_STARTED;
      case "healthy" -> Dependency.Condition.SERVICE_HEALTHY;
      default -> Dependency.Condition.SERVICE_COMPLETED_SUCCESSFULLY;
    };
  }

  RunResult up() {
    return run(plan(false, null));
  }

  RunResult upAndWait(Duration timeout) {
    return run(plan(true, timeout));
  }

  RunResult up(UpOptions options) {
    return run(plan(options));
  }

  Plan plan(boolean wait, Duration timeout) {
    return plan(
        new UpOptions(Set.of(), UpOptions.Recreate.DIVERGED, Map.of(), wait, timeout, false, null));
  }

  private Plan plan(UpOptions options) {
    Planner planner = planner();
    Observed observed = engine.observe(planner.request(project(), options));
    return planner.up(project(), observed, options, Differences.seenBy(engine));
  }

  RunResult down() {
    return run(
        planner()
            .down(
                "shop",
                project(),
                engine.observe(ObserveRequest.of("shop")),
                DownOptions.defaults()));
  }

  RunResult run(Plan plan) {
    return new PlanExecutor(1).run(plan, engine, events, cancellation);
  }

  /** The events of waiting, and of what is skipped. */
  List<String> waits() {
    return events.lines().stream()
        .filter(line -> line.contains("await") || line.startsWith("skipped"))
        .toList();
  }

  List<String> events() {
    return events.lines();
  }

  void cancel() {
    cancellation.cancel();
  }

  private Planner planner() {
    return Planner.forEngine(engine);
  }

  private Project project() {
    return Project.builder("shop", Path.of("/shop")).services(services).networks(networks).build();
  }
}
