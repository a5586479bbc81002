package org.jcompose.engine.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jcompose.engine.ComposeLabels;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.ContainerState.Binding;
import org.jcompose.engine.ContainerState.Health;
import org.jcompose.engine.ContainerState.Status;
import org.jcompose.engine.EngineEvent.Kind;
import org.jcompose.engine.LogLine;
import org.jcompose.engine.LogLine.Stream;
import org.jcompose.engine.memory.Script.Statement;
import org.jcompose.model.Healthcheck;
import org.jcompose.model.NetworkUse;
import org.jcompose.model.Port;
import org.jspecify.annotations.Nullable;

/** A container that lives by its {@link Script}; guarded by the lock of its {@link World}. */
final class MemoryContainer {

  private static final Duration FIRST_BACK_OFF = Duration.ofMillis(100);
  private static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(30);
  private static final int DEFAULT_RETRIES = 3;
  private static final int KILLED = 137;

  final String id;
  final ContainerSpec spec;
  final Script script;
  final Map<String, String> labels;
  final Map<String, NetworkUse> networks;

  /** The names of its volumes, by where they are mounted. */
  final Map<String, String> volumes = new LinkedHashMap<>();

  final List<LogLine> log = new ArrayList<>();
  final List<Feed<LogLine>> followers = new ArrayList<>();
  String name;

  private final World world;
  private final RestartPolicy policy;
  private final Instant createdAt;
  private final String imageId;
  private final StringBuilder unterminated = new StringBuilder();
  private Status status = Status.CREATED;
  private Health health = Health.NONE;
  private @Nullable String healthOutput;
  private @Nullable Integer exitCode;
  private @Nullable Instant startedAt;
  private @Nullable Instant finishedAt;
  private CompletableFuture<Void> ended = new CompletableFuture<>();
  private int run;
  private int restarts;
  private int stopCode;
  private boolean ignoresTerm;
  private boolean stopped;

  MemoryContainer(String id, ContainerSpec spec, String imageId, World world) {
    this.id = id;
    this.spec = spec;
    this.name = spec.name();
    this.world = world;
    this.imageId = imageId;
    this.script =
        spec.labels().containsKey(ComposeLabels.HOOK)
            ? Script.ofHook(spec.service())
            : Script.of(spec.service());
    this.policy = RestartPolicy.parse(spec.service().restart());
    this.createdAt = world.time().now();
    this.labels = new HashMap<>(spec.labels());
    this.networks = new LinkedHashMap<>(spec.networks());
    if (!imageId.isEmpty()) {
      labels.put(ComposeLabels.IMAGE, imageId);
    }
  }

  boolean isActive() {
    return status == Status.RUNNING || status == Status.RESTARTING;
  }

  boolean isRunning() {
    return status == Status.RUNNING;
  }

  String project() {
    return labels.getOrDefault(ComposeLabels.PROJECT, "");
  }

  String service() {
    return labels.getOrDefault(ComposeLabels.SERVICE, "");
  }

  /** Completes when the present run has ended and is not followed by another. */
  CompletableFuture<?> ended() {
    return ended;
  }

  void start() {
    restarts = 0;
    stopped = false;
    ended = new CompletableFuture<>();
    begin();
  }

  private void begin() {
    run++;
    status = Status.RUNNING;
    startedAt = world.time().now();
    finishedAt = null;
    exitCode = null;
    stopCode = 0;
    ignoresTerm = false;
    healthOutput = null;
    health = hasHealthcheck() ? Health.STARTING : Health.NONE;
    world.tell(this, Kind.STARTED, null, null);
    beginHealth();
    perform(run, 0);
  }

  private boolean hasHealthcheck() {
    Healthcheck check = spec.service().healthcheck();
    return check != null && !check.isDisabled();
  }

  private void beginHealth() {
    if (health == Health.STARTING && !script.tellsHealth()) {
      String flag = script.healthyWhile();
      if (flag == null) {
        become(Health.HEALTHY, "");
      } else {
        flagIs(world.isUp(flag));
      }
    }
  }

  /** The flag that the healthcheck looks for is up, or not. */
  void flagIs(boolean up) {
    if (up) {
      become(Health.HEALTHY, "ready");
    } else {
      int checked = run;
      world.after(patience(), () -> giveUpHealth(checked));
    }
  }

  private void giveUpHealth(int checked) {
    String flag = script.healthyWhile();
    if (run == checked && flag != null && !world.isUp(flag)) {
      become(Health.UNHEALTHY, "not yet");
    }
  }

  private Duration patience() {
    Healthcheck check = spec.service().healthcheck();
    Duration interval = check == null ? null : check.interval();
    Duration startPeriod = check == null ? null : check.startPeriod();
    Integer retries = check == null ? null : check.retries();
    return (interval == null ? DEFAULT_INTERVAL : interval)
        .multipliedBy(retries == null ? DEFAULT_RETRIES : retries)
        .plus(startPeriod == null ? Duration.ZERO : startPeriod);
  }

  void become(Health newHealth, String output) {
    if (!isRunning() || !hasHealthcheck()) {
      return;
    }
    healthOutput = output;
    if (health != newHealth) {
      health = newHealth;
      world.tell(this, Kind.HEALTH, null, newHealth);
    }
  }

  private void perform(int ofRun, int from) {
    List<Statement> statements = script.statements();
    for (int at = from; at < statements.size() && run == ofRun && isRunning(); at++) {
      Statement statement = statements.get(at);
      if (statement.word().equals("sleep")) {
        int next = at + 1;
        world.after(statement.duration(), () -> perform(ofRun, next));
        return;
      }
      perform(statement);
    }
  }

  private void perform(Statement statement) {
    switch (statement.word()) {
      case "print" -> print(Stream.OUT, statement.rest());
      case "print-error" -> print(Stream.ERR, statement.rest());
      case "write" -> unterminated.append(statement.rest());
      case "healthy" -> become(Health.HEALTHY, statement.rest());
      case "unhealthy" -> become(Health.UNHEALTHY, statement.rest());
      case "ignore-term" -> ignoresTerm = true;
      case "stop-code" -> stopCode = statement.number();
      case "exit" -> end(statement.number());
      default -> {}
    }
  }

  void print(Stream stream, String text) {
    String line = stream == Stream.OUT ? unterminated + text : text;
    if (stream == Stream.OUT) {
      unterminated.setLength(0);
    }
    LogLine written = new LogLine(id, world.time().now(), stream, line);
    log.add(written);
    followers.forEach(follower -> follower.offer(written));
  }

  /** Does what the signal makes the program do. */
  void signal(String signal) {
    String word = signal.startsWith("SIG") ? signal.substring(3) : signal;
    switch (word) {
      case "KILL", "9" -> end(KILLED);
      case "TERM", "INT", "QUIT", "15", "2", "3" -> {
        if (!ignoresTerm) {
          end(stopCode);
        }
      }
      default -> {}
    }
  }

  /** From here on nothing brings it back but a start. */
  void setStopped() {
    stopped = true;
    if (status == Status.RESTARTING) {
      status = Status.EXITED;
      rest();
    }
  }

  void end(int code) {
    if (!unterminated.isEmpty()) {
      print(Stream.OUT, "");
    }
    exitCode = code;
    finishedAt = world.time().now();
    boolean comesBack = !stopped && policy.bringsBack(code, restarts);
    status = comesBack ? Status.RESTARTING : Status.EXITED;
    world.tell(this, Kind.DIED, code, null);
    if (comesBack) {
      int endedRun = run;
      world.after(backOff(), () -> comeBack(endedRun));
      restarts++;
    } else {
      rest();
    }
  }

  private void rest() {
    followers.forEach(Feed::finish);
    followers.clear();
    ended.complete(null);
  }

  private Duration backOff() {
    return FIRST_BACK_OFF.multipliedBy(1L << Math.min(restarts, 9));
  }

  private void comeBack(int endedRun) {
    if (run == endedRun && status == Status.RESTARTING) {
      begin();
    }
  }

  ContainerState state(boolean inFull) {
    return new ContainerState(
        id,
        name,
        service(),
        spec.number(),
        "true".equalsIgnoreCase(labels.get(ComposeLabels.ONE_OFF)),
        imageId.isEmpty() || spec.service().image() == null ? "" : spec.service().image(),
        imageId,
        status,
        health,
        exitCode,
        false,
        inFull ? restarts : null,
        createdAt,
        inFull ? startedAt : null,
        inFull ? finishedAt : null,
        inFull ? healthOutput : null,
        spec.service().ports().stream().map(MemoryContainer::binding).toList(),
        List.copyOf(networks.keySet()),
        labels,
        "",
        null,
        List.copyOf(volumes.values()));
  }

  private static Binding binding(Port port) {
    String published = port.published() == null ? "0" : port.published().split("-", 2)[0];
    String host = port.hostIp() == null ? "0.0.0.0" : port.hostIp();
    return new Binding(host, Integer.parseInt(published), port.target(), port.protocol());
  }
}
