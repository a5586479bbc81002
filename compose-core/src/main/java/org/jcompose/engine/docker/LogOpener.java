package org.jcompose.engine.docker;

import java.time.Duration;
import java.time.Instant;
import org.jcompose.engine.Engine.LogListener;
import org.jcompose.engine.LogLine;
import org.jcompose.engine.LogLine.Stream;
import org.jcompose.engine.LogRequest;
import org.jspecify.annotations.Nullable;

/** Asks for a container's log. */
final class LogOpener {

  // Podman reads times as floating-point numbers, and takes the ends of the span for outside of it.
  private static final Duration SLACK = Duration.ofNanos(1_000);

  private LogOpener() {}

  static String path(String id, LogRequest request) {
    return "/containers/"
        + id
        + "/logs?stdout=1&stderr=1&timestamps=1"
        + (request.follow() ? "&follow=1" : "")
        + "&tail="
        + (request.tail() < 0 ? "all" : request.tail())
        + time("since", request.since() == null ? null : request.since().minus(SLACK))
        + time("until", request.until() == null ? null : request.until().plus(SLACK));
  }

  /**
   * Reads the answer.
   *
   * @param inspected the container in full: only it tells whether there is a terminal
   */
  static OpenStream.Reader reader(Json inspected, LogRequest request, LogListener all) {
    LogListener listener = line -> hear(line, request, all);
    String id = inspected.text("Id");
    LogLines out = new LogLines(id, Stream.OUT, listener);
    return inspected.at("Config").flag("Tty")
        ? LogFrames.unframed(out)
        : new LogFrames(out, new LogLines(id, Stream.ERR, listener));
  }

  private static void hear(LogLine line, LogRequest request, LogListener listener) {
    boolean early = request.since() != null && line.time().isBefore(request.since());
    boolean late = request.until() != null && line.time().isAfter(request.until());
    if (!early && !late) {
      listener.on(line);
    }
  }

  private static String time(String name, @Nullable Instant time) {
    return time == null
        ? ""
        : String.format("&%s=%d.%09d", name, time.getEpochSecond(), time.getNano());
  }
}
