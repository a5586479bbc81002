package org.jcompose.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jcompose.engine.Capability;
import org.jcompose.engine.ComposeLabels;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.ContainerState.Health;
import org.jcompose.engine.ContainerState.Status;
import org.jcompose.engine.Engine;
import org.jcompose.engine.NetworkSpec;
import org.jcompose.engine.Observed;
import org.jcompose.engine.VolumeSpec;
import org.jcompose.engine.memory.MemoryEngine;
import org.jcompose.engine.memory.MemoryOrchestrator;
import org.jcompose.model.Dependency;
import org.jcompose.model.Hook;
import org.jcompose.model.Hooks;
import org.jcompose.model.Mount;
import org.jcompose.model.Network;
import org.jcompose.model.NetworkUse;
import org.jcompose.model.Port;
import org.jcompose.model.Project;
import org.jcompose.model.Service;
import org.jcompose.model.Volume;
import org.jcompose.problem.InvalidProjectException;

/**
 * A fixture: what is wanted, what there is, what is asked for, and the plan. Every service's hash
 * is {@code hash-of-<name>}; containers have it unless they are {@code changed}, and are on their
 * service's networks unless others are named. {@code changed=PATH,...} names what changed.
 */
final class PlanCase {

  private static final String HASH = "present";

  private final Map<String, List<String>> sections = new LinkedHashMap<>();
  private final Map<String, Service> services = new TreeMap<>();
  private final Map<String, Service> disabled = new TreeMap<>();
  private final Map<String, Network> networks = new TreeMap<>();
  private final Map<String, Volume> volumes = new TreeMap<>();
  private final List<ContainerState> containers = new ArrayList<>();
  private final List<Observed.NetworkState> presentNetworks = new ArrayList<>();
  private final List<Observed.VolumeState> presentVolumes = new ArrayList<>();
  private final Map<String, String> images = new HashMap<>();
  private final Map<String, List<String>> changes = new HashMap<>();

  static PlanCase read(Path file) {
    PlanCase read = new PlanCase();
    List<String> section = new ArrayList<>();
    for (String line : lines(file)) {
      if (line.startsWith("== ")) {
        section = new ArrayList<>();
        read.sections.put(line.substring(3), section);
      } else if (!line.startsWith("#")) {
        section.add(line);
      }
    }
    read.parse();
    return read;
  }

  String expected() {
    return String.join("\n", sections.get("plan")) + "\n";
  }

  String planned() {
    Words asked = Words.of(sections.get("ask").get(0));
    Planner planner =
        Planner.forEngine(engine(asked), new Hashes(PlanCase::hash, n -> HASH, v -> HASH));
    try {
      return PlanText.of(asked.word(0).equals("down") ? down(planner, asked) : up(planner, asked));
    } catch (InvalidProjectException e) {
      return e.getMessage() + "\n";
    }
  }

  private static Engine engine(Words asked) {
    if (asked.has("orchestrated")) {
      return new MemoryOrchestrator(MemoryEngine.create());
    }
    Set<Capability> all = java.util.EnumSet.allOf(Capability.class);
    all.removeAll(asked.values("without").stream().map(Capability::valueOf).toList());
    return MemoryEngine.builder().capabilities(all).build();
  }

  private Plan up(Planner planner, Words asked) {
    Map<String, Integer> scale = new HashMap<>();
    asked
        .values("scale")
        .forEach(each -> scale.put(each.split(":", 2)[0], Integer.valueOf(each.split(":", 2)[1])));
    UpOptions options =
        new UpOptions(
            Set.copyOf(asked.values("services")),
            asked
                .value("recreate")
                .map(word -> UpOptions.Recreate.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(UpOptions.Recreate.DIVERGED),
            scale,
            asked.has("wait"),
            asked.value("timeout").map(Duration::parse).orElse(null),
            asked.has("remove-orphans"),
            null,
            asked.has("renew"));
    return planner.up(project(), observed(), options, new Told(changes));
  }

  private Plan down(Planner planner, Words asked) {
    DownOptions options = new DownOptions(asked.has("volumes"), asked.has("remove-orphans"), null);
    return planner.down("shop", asked.has("fileless") ? null : project(), observed(), options);
  }

  private Project project() {
    return Project.builder("shop", Path.of("/shop"))
        .files(List.of(Path.of("/shop/compose.yaml")))
        .services(services)
        .disabled(disabled)
        .networks(networks)
        .volumes(volumes)
        .build();
  }

  private Observed observed() {
    return new Observed(containers, presentNetworks, presentVolumes, images);
  }

  private void parse() {
    for (String line : sections.get("project")) {
      Words words = Words.of(line);
      switch (words.word(0)) {
        case "network" -> addNetwork(words);
        case "volume" -> addVolume(words);
        case "service" -> services.put(words.word(1), service(words));
        case "disabled" -> disabled.put(words.word(1), service(words));
        default -> throw new AssertionError(line);
      }
    }
    for (String line : sections.get("observed")) {
      parseObserved(Words.of(line));
    }
  }

  private void addNetwork(Words words) {
    String key = words.word(1);
    networks.put(
        key,
        new Network(
            key,
            words.value("name").orElse("shop_" + key),
            words.has("external"),
            null,
            Map.of(),
            false,
            false,
            null,
            null,
            null,
            Map.of()));
  }

  private void addVolume(Words words) {
    String key = words.word(1);
    String name = words.value("name").orElse("shop_" + key);
    volumes.put(key, new Volume(key, name, words.has("external"), null, Map.of(), Map.of()));
  }

  private static Service service(Words words) {
    Map<String, NetworkUse> uses = new HashMap<>();
    words.values("networks").forEach(key -> uses.put(key, NetworkUse.plain()));
    return Service.builder(words.word(1))
        .image(words.value("image").orElse(null))
        .scale(words.value("scale").map(Integer::valueOf).orElse(null))
        .containerName(words.value("container_name").orElse(null))
        .ports(words.values("ports").stream().map(port -> Port.of(80, port)).toList())
        .profiles(words.values("profiles"))
        .networks(uses)
        .volumes(words.values("volumes").stream().map(PlanCase::mount).toList())
        .dependsOn(dependencies(words))
        .networkMode(words.value("network_mode").orElse(null))
        .volumesFrom(words.values("volumes_from"))
        .hooks(
            new Hooks(
                hooks(words.values("pre_start")),
                hooks(words.values("post_start")),
                hooks(words.values("pre_stop"))))
        .build();
  }

  private static List<Hook> hooks(List<String> commands) {
    return commands.stream()
        .map(command -> new Hook(List.of(command), null, false, null, Map.of()))
        .toList();
  }

  private static Mount mount(String volume) {
    return new Mount(Mount.Type.VOLUME, volume, "/" + volume, false, null, null, null, null);
  }

  /** Such as {@code db:healthy:restart,seed:completed,cache:started:optional}. */
  private static Map<String, Dependency> dependencies(Words words) {
    Map<String, Dependency> dependencies = new HashMap<>();
    for (String each : words.values("depends")) {
      List<String> parts = List.of(each.split(":"));
      Dependency.Condition condition =
          switch (parts.get(1)) {
            case "started" -> Dependency.Condition.SERVICE_STARTED;
            case "healthy" -> Dependency.Condition.SERVICE_HEALTHY;
            default -> Dependency.Condition.SERVICE_COMPLETED_SUCCESSFULLY;
          };
      dependencies.put(
          parts.get(0),
          new Dependency(condition, !parts.contains("optional"), parts.contains("restart")));
    }
    return dependencies;
  }

  private void parseObserved(Words words) {
    Map<String, String> ours = new HashMap<>(words.has("foreign") ? Map.of() : project("shop"));
    boolean changed = words.has("changed") || words.value("changed").isPresent();
    ours.put(ComposeLabels.CONFIG_HASH, changed ? "other" : HASH);
    changes.put(words.word(1), words.values("changed"));
    switch (words.word(0)) {
      case "image" -> images.put(words.word(1), words.word(2));
      case "network" ->
          presentNetworks.add(new Observed.NetworkState(words.word(1), words.word(1), ours));
      case "volume" -> presentVolumes.add(new Observed.VolumeState(words.word(1), ours));
      case "container" -> containers.add(container(words));
      default -> throw new AssertionError(words);
    }
  }

  private static Map<String, String> project(String name) {
    return Map.of(ComposeLabels.PROJECT, name);
  }

  private ContainerState container(Words words) {
    String name = words.word(1);
    String[] parts = name.split("-", -1);
    String service = words.value("service").orElse(parts.length > 1 ? parts[1] : name);
    int number = parts.length == 3 ? Integer.parseInt(parts[2]) : 1;
    Map<String, String> labels = new HashMap<>(project("shop"));
    boolean changed = words.has("changed") || words.value("changed").isPresent();
    String hash = words.value("hash").orElse("hash-of-" + service);
    labels.put(ComposeLabels.CONFIG_HASH, changed ? "other" : hash);
    words.value("hook").ifPresent(kind -> labels.put(ComposeLabels.HOOK, kind));
    words.value("image").ifPresent(id -> labels.put(ComposeLabels.IMAGE, id));
    words.value("depends").ifPresent(label -> labels.put(ComposeLabels.DEPENDS_ON, label));
    return new ContainerState(
        words.value("id").orElse("0123456789abcdef"),
        name,
        service,
        number,
        words.has("oneoff"),
        "",
        "",
        Status.valueOf(words.word(2).toUpperCase(Locale.ROOT)),
        words.has("healthy")
            ? Health.HEALTHY
            : words.has("starting") ? Health.STARTING : Health.NONE,
        words.value("exit").map(Integer::valueOf).orElse(null),
        false,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        networksOf(words, services.get(service)),
        labels,
        "",
        null,
        words.values("volumes"));
  }

  private List<String> networksOf(Words words, Service service) {
    return words.value("networks").isPresent() || service == null
        ? words.values("networks")
        : service.networks().keySet().stream().map(key -> networks.get(key).name()).toList();
  }

  private static String hash(Service service) {
    String with = service.networkMode() == null ? "" : "-with-" + service.networkMode();
    return "hash-of-" + service.name() + with;
  }

  /** The differences that a fixture tells of. */
  private record Told(Map<String, List<String>> changes) implements Differences {
    @Override
    public List<String> of(ContainerState container, ContainerSpec wanted) {
      return changes.getOrDefault(container.name(), List.of());
    }

    @Override
    public List<String> of(NetworkSpec wanted) {
      return changes.getOrDefault(wanted.network().name(), List.of());
    }

    @Override
    public List<String> of(VolumeSpec wanted) {
      return changes.getOrDefault(wanted.volume().name(), List.of());
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
