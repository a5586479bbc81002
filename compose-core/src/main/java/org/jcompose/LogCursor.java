package org.jcompose;

import java.time.Instant;
import org.jcompose.engine.LogLine;
import org.jspecify.annotations.Nullable;

/**
 * How far the log of one container was read, so that reading can go on there: several lines may
 * bear the same time, and a request for those since then brings some of them again.
 */
final class LogCursor {

  private @Nullable Instant last;
  private int readAtLast;
  private int toSkip;

  /** Lines before this moment count as read. */
  synchronized void skipTo(@Nullable Instant moment) {
    if (last == null) {
      last = moment;
    }
  }

  /** Where to go on reading; null: at the beginning. */
  synchronized @Nullable Instant resume() {
    toSkip = readAtLast;
    return last;
  }

  /** Takes note of a line; false if it was read before. */
  synchronized boolean read(LogLine line) {
    Instant time = line.time();
    if (time.equals(last)) {
      if (toSkip > 0) {
        toSkip--;
        return false;
      }
      readAtLast++;
      return true;
    }
    last = time;
    readAtLast = 1;
    toSkip = 0;
    return true;
  }
}
