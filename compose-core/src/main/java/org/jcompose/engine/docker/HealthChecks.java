package org.jcompose.engine.docker;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jcompose.engine.EngineEvent;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.docker.http.Threads;

/**
 * Has the healthchecks of a project's containers run, each by its interval, for as long as somebody
 * listens to the project's events. Podman leaves them to timers of systemd, which are not
 * everywhere; where they are, a check that has just run is not run again.
 */
final class HealthChecks implements AutoCloseable {

  private static final int THREADS = 4;
  private static final Duration USUAL_INTERVAL = Duration.ofSeconds(30);

  private final Daemon daemon;
  private final Observer observer;
  private final ScheduledExecutorService clock =
      Executors.newScheduledThreadPool(THREADS, Threads.daemon("jcompose-podman-health"));
  private final Map<String, Future<?>> next = new ConcurrentHashMap<>();
  private final Map<String, String> lastEnds = new ConcurrentHashMap<>();

  HealthChecks(Daemon daemon, Observer observer) {
    this.daemon = daemon;
    this.observer = observer;
  }

  /** Begins with the containers of a project that run; returns at once. */
  void begin(String project) {
    clock.execute(() -> scheduleAll(project));
  }

  private void scheduleAll(String project) {
    daemon.get("list containers", "/containers/json?" + Filters.project(project)).list().stream()
        .map(container -> container.text("Id"))
        .forEach(id -> schedule(id, Duration.ZERO));
  }

  /** A container began or ended. */
  void heard(EngineEvent event) {
    switch (event.kind()) {
      case STARTED -> schedule(event.containerId(), Duration.ZERO);
      case DIED, REMOVED -> forget(event.containerId());
      default -> {}
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  private void schedule(String id, Duration delay) {
    try {
      Future<?> scheduled = clock.schedule(() -> check(id), delay.toNanos(), TimeUnit.NANOSECONDS);
      Future<?> before = next.put(id, scheduled);
      if (before != null) {
        before.cancel(false);
      }
    } catch (RejectedExecutionException closed) {
      next.remove(id);
    }
  }

  private void forget(String id) {
    Future<?> scheduled = next.remove(id);
    if (scheduled != null) {
      scheduled.cancel(false);
    }
  }

  private void check(String id) {
    try {
      Json container = observer.inspectJson(id);
      Json check = container.at("Config").at("Healthcheck");
      List<Json> test = check.list("Test");
      boolean runs = container.at("State").flag("Running");
      if (!runs || test.isEmpty() || test.get(0).text().equals("NONE")) {
        return;
      }
      if (!isCheckedByOthers(id, container.at("State").at("Health"))) {
        daemon.get("check container '" + id + "'", "/libpod/containers/" + id + "/healthcheck");
      }
      schedule(id, interval(check));
    } catch (EngineException gone) {
      // It has ended meanwhile; its next start is heard.
      next.remove(id);
    }
  }

  /** Since the last look there was one check from here; more are somebody else's. */
  private boolean isCheckedByOthers(String id, Json health) {
    List<String> ends = health.list("Log").stream().map(each -> each.text("End")).toList();
    if (ends.isEmpty()) {
      return false;
    }
    String before = lastEnds.put(id, ends.get(ends.size() - 1));
    int known = before == null ? ends.size() - 1 : ends.lastIndexOf(before);
    return ends.size() - 1 - known > 1;
  }

  private static Duration interval(Json check) {
    long nanos = check.number("Interval");
    return nanos <= 0 ? USUAL_INTERVAL : Duration.ofNanos(nanos);
  }
}
