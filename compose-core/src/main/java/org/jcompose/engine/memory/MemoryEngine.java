package org.jcompose.engine.memory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jcompose.engine.Capability;
import org.jcompose.engine.ContainerEngine;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.ContainerState.Health;
import org.jcompose.engine.EngineEvent;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.ExecResult;
import org.jcompose.engine.ExecSpec;
import org.jcompose.engine.Finding;
import org.jcompose.engine.Identity;
import org.jcompose.engine.LogLine;
import org.jcompose.engine.LogRequest;
import org.jcompose.engine.NetworkSpec;
import org.jcompose.engine.ObserveRequest;
import org.jcompose.engine.Observed;
import org.jcompose.engine.Subscription;
import org.jcompose.engine.Timekeeper;
import org.jcompose.engine.VolumeSpec;
import org.jcompose.model.NetworkUse;
import org.jcompose.model.Project;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/**
 * A container engine that only pretends, for tests of stacks and of jcompose itself. A service's
 * containers do what its {@code x-memory} extension says:
 *
 * <pre>{@code
 * x-memory:
 *   script: [print starting, sleep 5s, healthy, sleep 1m, print-error out of disk, exit 3]
 *   healthy-while: db-is-up
 *   fail: {start: port 8080 is taken}
 *   delay: {create: 2s}
 *   exec: {warm up: [sleep 1s, print warm, exit 0]}
 * }</pre>
 *
 * <p>The statements of a script are {@code print TEXT}, {@code print-error TEXT}, {@code write
 * TEXT} (without a line feed), {@code sleep DURATION}, {@code starting}, {@code healthy OUTPUT},
 * {@code unhealthy OUTPUT}, {@code ignore-term}, {@code stop-code N} (what it exits with when
 * stopped) and {@code exit N}; after the last the container runs on. Those up to the first {@code
 * sleep} are done when its start returns. A container with a healthcheck is healthy at once unless
 * its script speaks of health or {@code healthy-while} names a flag ({@link #raise}); without the
 * flag it is unhealthy after as long as its healthcheck lets it be. Commands that are run in a
 * container do what {@code exec} says by {@code print}, {@code sleep} and {@code exit}.
 *
 * <p>Beside that a test orders single calls to fail, take time or be held, and acts on containers
 * from outside. By default time is {@link VirtualTime}.
 */
public final class MemoryEngine implements ContainerEngine {

  static final String PROVIDER = "memory";

  private final World world;
  private final Orders orders;
  private final @Nullable VirtualTime virtualTime;
  private final Set<Feed<?>> feeds = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool(MemoryEngine::thread);

  private MemoryEngine(World world, Orders orders) {
    this.world = world;
    this.orders = orders;
    this.virtualTime = world.time() instanceof VirtualTime virtual ? virtual : null;
  }

  /** An engine that holds nothing yet and lives by virtual time. */
  public static MemoryEngine create() {
    return builder().build();
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Builds engines that hold nothing but images. */
  public static final class Builder {
    private Timekeeper time = new VirtualTime();
    private Set<Capability> capabilities = EnumSet.allOf(Capability.class);

    private Builder() {}

    /** The time to live by. */
    public Builder time(Timekeeper timekeeper) {
      this.time = timekeeper;
      return this;
    }

    /** What it can do; all, if not said. */
    public Builder capabilities(Set<Capability> some) {
      this.capabilities = Set.copyOf(some);
      return this;
    }

    public MemoryEngine build() {
      return new MemoryEngine(new World(time, capabilities), new Orders(time));
    }
  }

  /** Another connection to what this engine holds. */
  public MemoryEngine connect() {
    return new MemoryEngine(world, orders);
  }

  /** Lets the call fail with the message each time it is made for the subject, by its name. */
  public void fail(Call call, String subject, String message) {
    orders.fail(call, subject, message);
  }

  /** Lets the call take so long before it happens. */
  public void delay(Call call, String subject, Duration duration) {
    orders.delay(call, subject, duration);
  }

  /** Keeps the call from happening until the test lets it. */
  public Hold hold(Call call, String subject) {
    return orders.hold(call, subject);
  }

  /** The calls that were begun, in their order: {@code start container shop-db-1}. */
  public List<String> history() {
    return orders.history();
  }

  /** Raises a flag, which makes healthy the running containers whose healthcheck looks for it. */
  public void raise(String flag) {
    world.setFlag(flag, true);
  }

  /** Lowers a flag: the containers that look for it become unhealthy in time. */
  public void lower(String flag) {
    world.setFlag(flag, false);
  }

  /** Lets a running container exit. */
  public void exit(String nameOrId, int code) {
    synchronized (world) {
      world.get(nameOrId).end(code);
    }
  }

  /** Lets a running container's healthcheck say so. */
  public void setHealth(String nameOrId, Health health, String output) {
    synchronized (world) {
      world.get(nameOrId).become(health, output);
    }
  }

  /** Lets a container write a line. */
  public void print(String nameOrId, LogLine.Stream stream, String text) {
    synchronized (world) {
      world.get(nameOrId).print(stream, text);
    }
  }

  /** Makes an image present, or another of that name. */
  public void addImage(String image, String id) {
    world.addImage(image, id);
  }

  /** Breaks all subscriptions of this connection. */
  public void breakStreams(String message) {
    feeds.forEach(feed -> feed.fail(new EngineException(message)));
  }

  @Override
  public Identity identity() {
    return new Identity(PROVIDER, "memory", "1", null, "in process");
  }

  @Override
  public Set<Capability> capabilities() {
    return world.capabilities();
  }

  @Override
  public Timekeeper timekeeper() {
    return world.time();
  }

  @Override
  public List<Finding> review(Project project) {
    return project.services().values().stream().flatMap(Reviewer::findings).toList();
  }

  @Override
  public Observed observe(ObserveRequest request) {
    return world.observe(request);
  }

  @Override
  public void createNetwork(NetworkSpec spec) {
    orders.before(Call.CREATE_NETWORK, spec.network().name(), null);
    world.createNetwork(spec);
  }

  @Override
  public void removeNetwork(String nameOrId) {
    orders.before(Call.REMOVE_NETWORK, nameOrId, null);
    world.removeNetwork(nameOrId);
  }

  @Override
  public void createVolume(VolumeSpec spec) {
    orders.before(Call.CREATE_VOLUME, spec.volume().name(), null);
    world.createVolume(spec);
  }

  @Override
  public void removeVolume(String name) {
    orders.before(Call.REMOVE_VOLUME, name, null);
    world.removeVolume(name);
  }

  @Override
  public void pullImage(String image, PullListener listener) {
    orders.before(Call.PULL_IMAGE, image, null);
    world.pull(image);
  }

  @Override
  public String createContainer(ContainerSpec spec) {
    orders.before(Call.CREATE_CONTAINER, spec.name(), Script.of(spec.service()));
    return world.create(spec);
  }

  @Override
  public void startContainer(String nameOrId) {
    before(Call.START_CONTAINER, nameOrId);
    world.start(nameOrId);
  }

  @Override
  public void stopContainer(String nameOrId, @Nullable Duration timeout) {
    before(Call.STOP_CONTAINER, nameOrId);
    World.Stopping stopping = world.stop(nameOrId, timeout);
    try {
      world.time().block(stopping.ended());
      stopping.kill().close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      String message = "interrupted while stopping container '" + nameOrId + "'";
      throw new EngineException(message, null, e);
    }
  }

  @Override
  public void killContainer(String nameOrId, String signal) {
    before(Call.KILL_CONTAINER, nameOrId);
    world.kill(nameOrId, signal);
  }

  @Override
  public void removeContainer(String nameOrId, boolean volumes) {
    before(Call.REMOVE_CONTAINER, nameOrId);
    world.remove(nameOrId);
  }

  @Override
  public void renameContainer(String nameOrId, String name) {
    before(Call.RENAME_CONTAINER, nameOrId);
    world.rename(nameOrId, name);
  }

  @Override
  public void connectContainer(String nameOrId, String network, NetworkUse use) {
    before(Call.CONNECT_CONTAINER, nameOrId);
    world.connect(nameOrId, network, use);
  }

  @Override
  public void disconnectContainer(String nameOrId, String network) {
    before(Call.DISCONNECT_CONTAINER, nameOrId);
    world.disconnect(nameOrId, network);
  }

  @Override
  public ExecResult exec(String nameOrId, ExecSpec spec) {
    before(Call.EXEC_CONTAINER, nameOrId);
    Script script = world.running(nameOrId).script;
    String command = String.join(" ", spec.command());
    List<String> lines = new ArrayList<>();
    for (Script.Statement statement : script.exec().getOrDefault(command, List.of())) {
      switch (statement.word()) {
        case "print", "print-error" -> lines.add(statement.rest());
        case "sleep" -> orders.sleepUnlessInterrupted(statement.duration());
        case "exit" -> {
          return new ExecResult(statement.number(), lines);
        }
        default -> {}
      }
    }
    return new ExecResult(0, lines);
  }

  @Override
  public List<String> differences(String nameOrId, ContainerSpec spec) {
    synchronized (world) {
      return List.copyOf(world.get(nameOrId).spec.service().differences(spec.service()));
    }
  }

  @Override
  public ContainerState inspect(String nameOrId) {
    synchronized (world) {
      return world.get(nameOrId).state(true);
    }
  }

  @Override
  public Subscription events(String project, EventListener listener) {
    Feed<EngineEvent> feed = keep(new Feed<>(listener::on, threads, virtualTime));
    world.listen(new World.Listener(project, feed));
    return feed;
  }

  @Override
  public Subscription logs(String container, LogRequest request, LogListener listener) {
    Feed<LogLine> feed = keep(new Feed<>(listener::on, threads, null));
    synchronized (world) {
      MemoryContainer from = world.get(container);
      past(from.log, request).forEach(feed::offer);
      if (request.follow() && from.isActive()) {
        from.followers.add(feed);
      } else {
        feed.finish();
      }
    }
    return feed;
  }

  @Override
  public void close() {
    feeds.forEach(Feed::close);
    threads.shutdown();
  }

  private void before(Call call, String nameOrId) {
    MemoryContainer container = world.find(nameOrId);
    orders.before(call, nameOrId, container == null ? null : container.script);
  }

  private <T> Feed<T> keep(Feed<T> feed) {
    feeds.add(feed);
    feed.ended().whenComplete((nothing, failure) -> feeds.remove(feed));
    return feed;
  }

  private static List<LogLine> past(List<LogLine> log, LogRequest request) {
    List<LogLine> lines =
        log.stream()
            .filter(line -> request.since() == null || !line.time().isBefore(request.since()))
            .filter(line -> request.until() == null || !line.time().isAfter(request.until()))
            .toList();
    int skipped = request.tail() < 0 ? 0 : Math.max(0, lines.size() - request.tail());
    return List.copyOf(lines.subList(skipped, lines.size()));
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "memory-engine");
    thread.setDaemon(true);
    return thread;
  }

  /** Finds what of services this engine does not understand. */
  private static final class Reviewer {
    static Stream<Finding> findings(Service service) {
      try {
        Script.of(service);
        return Stream.empty();
      } catch (EngineException e) {
        String path = "services." + service.name() + "." + Script.KEY;
        return Stream.of(new Finding(path, true, String.valueOf(e.getMessage()), null));
      }
    }
  }
}
