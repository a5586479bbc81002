package org.jcompose.engine.docker;

import java.time.Instant;
import org.jcompose.engine.Engine.LogListener;
import org.jcompose.engine.LogLine.Stream;
import org.jcompose.engine.LogRequest;
import org.jspecify.annotations.Nullable;

/** Asks for a container's log. */
final class LogOpener {

  private LogOpener() {}

  static String path(String id, LogRequest request) {
    return "/containers/"
        + id
        + "/logs?stdout=1&stderr=1&timestamps=1"
        + (request.follow() ? "&follow=1" : "")
        + "&tail="
        + (request.tail() < 0 ? "all" : request.tail())
        + time("since", request.since())
        + time("until", request.until());
  }

  /**
   * Reads the answer.
   *
   * @param inspected the container in full: only it tells whether there is a terminal
   */
  static OpenStream.Reader reader(Json inspected, LogListener listener) {
    String id = inspected.text("Id");
    LogLines out = new LogLines(id, Stream.OUT, listener);
    return inspected.at("Config").flag("Tty")
        ? LogFrames.unframed(out)
        : new LogFrames(out, new LogLines(id, Stream.ERR, listener));
  }

  private static String time(String name, @Nullable Instant time) {
    return time == null
        ? ""
        : String.format("&%s=%d.%09d", name, time.getEpochSecond(), time.getNano());
  }
}
