package org.jcompose.scenario;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jcompose.engine.ContainerEngine;
import org.jcompose.engine.EngineEvent;
import org.jcompose.engine.Subscription;

/** What an engine reports of a project while this is open. */
public final class Chronicle implements AutoCloseable {

  private static final int SECONDS_TO_BE_TOLD = 30;

  private final Map<String, CompletableFuture<Moment>> ends = new ConcurrentHashMap<>();
  private final Subscription events;

  Chronicle(ContainerEngine engine, String project) {
    events = engine.events(project, this::note);
  }

  /** When the service's container ended. */
  public Moment ended(String service) {
    return endOf(service).orTimeout(SECONDS_TO_BE_TOLD, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    events.close();
  }

  private void note(EngineEvent event) {
    if (event.kind() == EngineEvent.Kind.DIED) {
      endOf(event.service()).complete(new Moment("end of '" + event.service() + "'", event.time()));
    }
  }

  private CompletableFuture<Moment> endOf(String service) {
    return ends.computeIfAbsent(service, name -> new CompletableFuture<>());
  }
}
