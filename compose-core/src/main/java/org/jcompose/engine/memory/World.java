package org.jcompose.engine.memory;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jcompose.engine.Capability;
import org.jcompose.engine.ComposeLabels;
import org.jcompose.engine.ConflictException;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.engine.ContainerState.Health;
import org.jcompose.engine.EngineEvent;
import org.jcompose.engine.EngineEvent.Kind;
import org.jcompose.engine.NetworkSpec;
import org.jcompose.engine.NotFoundException;
import org.jcompose.engine.ObserveRequest;
import org.jcompose.engine.Observed;
import org.jcompose.engine.Observed.NetworkState;
import org.jcompose.engine.Observed.VolumeState;
import org.jcompose.engine.Timekeeper;
import org.jcompose.engine.VolumeSpec;
import org.jcompose.model.Mount;
import org.jcompose.model.NetworkUse;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/**
 * What memory engines hold, shared by all that are connected to it; every method takes its lock.
 */
final class World {

  private final Timekeeper time;
  private final Set<Capability> capabilities;
  private final Map<String, MemoryContainer> byId = new LinkedHashMap<>();
  private final Map<String, MemoryContainer> byName = new HashMap<>();
  private final Map<String, NetworkState> networks = new LinkedHashMap<>();
  private final Map<String, VolumeState> volumes = new LinkedHashMap<>();
  private final Map<String, String> images = new HashMap<>();
  private final Set<String> flags = new HashSet<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private int ids;

  /** A feed of the events of one project. */
  record Listener(String project, Feed<EngineEvent> feed) {}

  /** A container that is to end, and what kills it if it does not. */
  record Stopping(CompletableFuture<?> ended, Timekeeper.Alarm kill) {}

  World(Timekeeper time, Set<Capability> capabilities) {
    this.time = time;
    this.capabilities = capabilities;
  }

  Timekeeper time() {
    return time;
  }

  Set<Capability> capabilities() {
    return capabilities;
  }

  void after(Duration delay, Runnable task) {
    time.after(
        delay,
        () -> {
          synchronized (this) {
            task.run();
          }
        });
  }

  void tell(
      MemoryContainer container, Kind kind, @Nullable Integer exitCode, @Nullable Health health) {
    EngineEvent event =
        new EngineEvent(
            time.now(), kind, container.id, container.name, container.service(), exitCode, health);
    for (Listener listener : listeners) {
      if (listener.project().equals(container.project())) {
        listener.feed().offer(event);
      }
    }
  }

  synchronized void listen(Listener listener) {
    listeners.add(listener);
    listener.feed().ended().whenComplete((nothing, failure) -> listeners.remove(listener));
  }

  synchronized void addImage(String image, String id) {
    images.put(image, id);
  }

  void pull(String image) {
    byte[] name = image.getBytes(StandardCharsets.UTF_8);
    String half = UUID.nameUUIDFromBytes(name).toString().replace("-", "");
    addImage(image, "sha256:" + half + half);
  }

  synchronized String create(ContainerSpec spec) {
    refuseTaken(spec.name());
    for (String network : spec.networks().keySet()) {
      if (capabilities.contains(Capability.NETWORKS) && !networks.containsKey(network)) {
        throw notFound("network", network);
      }
    }
    for (Mount mount : spec.mounts()) {
      refuseMissingVolume(mount);
    }
    String id = String.format("%012x", ++ids) + "0".repeat(52);
    MemoryContainer container = new MemoryContainer(id, spec, imageOf(spec), this);
    mount(container);
    byId.put(id, container);
    byName.put(spec.name(), container);
    tell(container, Kind.CREATED, null, null);
    return id;
  }

  private void mount(MemoryContainer container) {
    ContainerSpec spec = container.spec;
    MemoryContainer heirOf = spec.inherits() == null ? null : find(spec.inherits());
    for (Mount mount : spec.mounts()) {
      if (mount.type() == Mount.Type.VOLUME) {
        String source = mount.source();
        String inherited = heirOf == null ? null : heirOf.volumes.get(mount.target());
        String anonymous =
            inherited == null ? "anonymous-" + container.id.substring(0, 12) : inherited;
        container.volumes.put(mount.target(), source == null ? anonymous : source);
      }
    }
  }

  private void refuseTaken(String name) {
    MemoryContainer holder = byName.get(name);
    if (holder != null) {
      String message = "the name '" + name + "' is taken by container '" + holder.id + "'";
      throw new ConflictException(message, null, null);
    }
  }

  private void refuseMissingVolume(Mount mount) {
    String source = mount.source();
    if (mount.type() == Mount.Type.VOLUME
        && source != null
        && capabilities.contains(Capability.VOLUMES)
        && !volumes.containsKey(source)) {
      throw notFound("volume", source);
    }
  }

  private String imageOf(ContainerSpec spec) {
    String image = spec.service().image();
    if (image == null || !capabilities.contains(Capability.IMAGES)) {
      return "";
    }
    String id = images.get(image);
    if (id == null) {
      throw notFound("image", image);
    }
    return id;
  }

  synchronized void start(String nameOrId) {
    MemoryContainer container = get(nameOrId);
    if (!container.isActive()) {
      container.start();
    }
  }

  /** Begins to stop it. */
  synchronized Stopping stop(String nameOrId, @Nullable Duration timeout) {
    MemoryContainer container = find(nameOrId);
    if (container == null || !container.isActive()) {
      return new Stopping(CompletableFuture.completedFuture(true), () -> {});
    }
    CompletableFuture<?> ended = container.ended();
    container.setStopped();
    if (container.isRunning()) {
      String signal = container.spec.service().stopSignal();
      container.signal(signal == null ? "SIGTERM" : signal);
    }
    return new Stopping(
        ended,
        container.isRunning()
            ? time.after(grace(container, timeout), () -> kill(container))
            : () -> {});
  }

  private static Duration grace(MemoryContainer container, @Nullable Duration timeout) {
    if (timeout != null) {
      return timeout;
    }
    Duration own = container.spec.service().stopGracePeriod();
    return own == null ? Service.DEFAULT_STOP_GRACE_PERIOD : own;
  }

  private synchronized void kill(MemoryContainer container) {
    if (container.isRunning()) {
      container.signal("SIGKILL");
    }
  }

  synchronized void kill(String nameOrId, String signal) {
    MemoryContainer container = running(nameOrId);
    if (signal.endsWith("KILL") || signal.equals("9")) {
      container.setStopped();
    }
    container.signal(signal);
  }

  synchronized void remove(String nameOrId) {
    MemoryContainer container = find(nameOrId);
    if (container == null) {
      return;
    }
    if (container.isActive()) {
      String message = "container '" + container.name + "' runs";
      throw new ConflictException(message, "stop it first", null);
    }
    byId.remove(container.id);
    byName.remove(container.name);
    tell(container, Kind.REMOVED, null, null);
  }

  synchronized void rename(String nameOrId, String name) {
    MemoryContainer container = get(nameOrId);
    refuseTaken(name);
    byName.remove(container.name);
    container.name = name;
    byName.put(name, container);
    tell(container, Kind.RENAMED, null, null);
  }

  synchronized void connect(String nameOrId, String network, NetworkUse use) {
    MemoryContainer container = get(nameOrId);
    if (!networks.containsKey(network)) {
      throw notFound("network", network);
    }
    container.networks.putIfAbsent(network, use);
  }

  synchronized void disconnect(String nameOrId, String network) {
    MemoryContainer container = find(nameOrId);
    if (container != null) {
      container.networks.remove(network);
    }
  }

  /** The container, if it runs. */
  synchronized MemoryContainer running(String nameOrId) {
    MemoryContainer container = get(nameOrId);
    if (!container.isRunning()) {
      String message = "container '" + container.name + "' does not run";
      throw new ConflictException(message, null, null);
    }
    return container;
  }

  synchronized MemoryContainer get(String nameOrId) {
    MemoryContainer container = find(nameOrId);
    if (container == null) {
      throw notFound("container", nameOrId);
    }
    return container;
  }

  synchronized @Nullable MemoryContainer find(String nameOrId) {
    MemoryContainer container = byName.get(nameOrId);
    return container == null ? byId.get(nameOrId) : container;
  }

  synchronized void createNetwork(NetworkSpec spec) {
    String name = spec.network().name();
    if (networks.containsKey(name)) {
      throw new ConflictException("network '" + name + "' exists already", null, null);
    }
    networks.put(name, new NetworkState("network-" + name, name, spec.labels()));
  }

  synchronized void removeNetwork(String name) {
    for (MemoryContainer container : byId.values()) {
      if (container.isActive() && container.networks.containsKey(name)) {
        throw inUse("network", name, container);
      }
    }
    networks.remove(name);
  }

  synchronized void createVolume(VolumeSpec spec) {
    String name = spec.volume().name();
    volumes.putIfAbsent(name, new VolumeState(name, spec.labels()));
  }

  synchronized void removeVolume(String name) {
    for (MemoryContainer container : byId.values()) {
      if (container.spec.mounts().stream().anyMatch(mount -> name.equals(mount.source()))) {
        throw inUse("volume", name, container);
      }
    }
    volumes.remove(name);
  }

  synchronized Observed observe(ObserveRequest request) {
    String project = request.project();
    Map<String, String> present = new HashMap<>(images);
    present.keySet().retainAll(request.images());
    return new Observed(
        byId.values().stream()
            .filter(container -> container.project().equals(project))
            .map(container -> container.state(false))
            .toList(),
        networks.values().stream()
            .filter(
                network ->
                    request.networks().contains(network.name())
                        || project.equals(network.labels().get(ComposeLabels.PROJECT)))
            .toList(),
        volumes.values().stream()
            .filter(
                volume ->
                    request.volumes().contains(volume.name())
                        || project.equals(volume.labels().get(ComposeLabels.PROJECT)))
            .toList(),
        present);
  }

  synchronized boolean isUp(String flag) {
    return flags.contains(flag);
  }

  synchronized void setFlag(String flag, boolean up) {
    if (up ? flags.add(flag) : flags.remove(flag)) {
      new ArrayList<>(byId.values())
          .stream()
              .filter(container -> flag.equals(container.script.healthyWhile()))
              .forEach(container -> container.flagIs(up));
    }
  }

  private static NotFoundException notFound(String kind, String name) {
    return new NotFoundException("there is no " + kind + " '" + name + "'", null, null);
  }

  private static ConflictException inUse(String kind, String name, MemoryContainer by) {
    String message = kind + " '" + name + "' is used by container '" + by.name + "'";
    return new ConflictException(message, null, null);
  }
}
