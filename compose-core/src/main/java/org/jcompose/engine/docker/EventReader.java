package org.jcompose.engine.docker;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jcompose.engine.ComposeLabels;
import org.jcompose.engine.ContainerState.Health;
import org.jcompose.engine.Engine.EventListener;
import org.jcompose.engine.EngineEvent;
import org.jcompose.engine.EngineEvent.Kind;
import org.jspecify.annotations.Nullable;

/** Reads the daemon's events, one JSON object after the other. */
final class EventReader implements OpenStream.Reader {

  private static final String HEALTH = "health_status";

  private final EventListener listener;
  private final Map<String, Health> lastHealth = new HashMap<>();

  EventReader(EventListener listener) {
    this.listener = listener;
  }

  @Override
  public void read(InputStream stream) throws IOException {
    try (JsonParser parser = Json.FACTORY.createParser(stream)) {
      for (Json event = Json.next(parser); event != null; event = Json.next(parser)) {
        event(event).filter(this::isNews).ifPresent(listener::on);
      }
    }
    throw new IOException("the engine ended the stream");
  }

  /** Docker tells of each change of health, Podman of each check. */
  private boolean isNews(EngineEvent event) {
    Health health = event.health();
    if (health != null) {
      return health != lastHealth.put(event.containerId(), health);
    }
    if (event.kind() == Kind.STARTED || event.kind() == Kind.REMOVED) {
      lastHealth.remove(event.containerId());
    }
    return true;
  }

  /** The event, if it is one that counts here. */
  static Optional<EngineEvent> event(Json event) {
    String action = event.text("Action");
    Kind kind = kind(action);
    if (kind == null) {
      return Optional.empty();
    }
    Json actor = event.at("Actor");
    Json attributes = actor.at("Attributes");
    return Optional.of(
        new EngineEvent(
            time(event),
            kind,
            actor.text("ID"),
            attributes.text("name"),
            attributes.text(ComposeLabels.SERVICE),
            kind == Kind.DIED ? exitCode(attributes) : null,
            kind == Kind.HEALTH ? health(event, action) : null));
  }

  private static @Nullable Kind kind(String action) {
    if (action.startsWith(HEALTH)) {
      return Kind.HEALTH;
    }
    return switch (action) {
      case "create" -> Kind.CREATED;
      case "start" -> Kind.STARTED;
      case "die", "died" -> Kind.DIED;
      // Podman, once its restart policy has had its turn.
      case "cleanup" -> Kind.SETTLED;
      case "oom" -> Kind.OUT_OF_MEMORY;
      case "pause" -> Kind.PAUSED;
      case "unpause" -> Kind.UNPAUSED;
      case "rename" -> Kind.RENAMED;
      case "destroy", "remove" -> Kind.REMOVED;
      default -> null;
    };
  }

  /** Docker says it in the action, Podman beside it. */
  private static Health health(Json event, String action) {
    String status = event.text("HealthStatus");
    return StatusText.word(
        status.isEmpty() ? action.substring(action.indexOf(':') + 1).strip() : status);
  }

  private static @Nullable Integer exitCode(Json attributes) {
    String code = attributes.text("exitCode");
    return code.matches("-?\\d{1,9}") ? Integer.valueOf(code) : null;
  }

  private static Instant time(Json event) {
    long nanos = event.number("timeNano");
    return nanos == 0
        ? Instant.ofEpochSecond(event.number("time"))
        : Instant.ofEpochSecond(0, nanos);
  }
}
