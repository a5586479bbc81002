package org.jcompose.engine.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jcompose.engine.LogLine.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a process writes to one stream, line by line, into its log, on a thread of its own.
 */
final class OutputPump implements Runnable {

  /** A longer line is cut into several: memory is bounded, whatever a process writes. */
  static final int LONGEST_LINE = 256 * 1024;

  private final Stream stream;
  private final InputStream input;
  private final LogFile log;
  private final Clock clock;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  private OutputPump(Stream stream, InputStream input, LogFile log, Clock clock) {
    this.stream = stream;
    this.input = input;
    this.log = log;
    this.clock = clock;
  }

  /** Starts it; the future completes when all was taken, exceptionally if the log is broken. */
  static CompletableFuture<Void> start(Stream stream, InputStream input, LogFile log, Clock clock) {
    OutputPump pump = new OutputPump(stream, input, log, clock);
    Thread thread = new Thread(null, pump, "output", 128 * 1024);
    thread.setDaemon(true);
    thread.start();
    return pump.ended;
  }

  @Override
  public void run() {
    IOException broken = null;
    byte[] block = new byte[8 * 1024];
    for (int count = read(block); count >= 0; count = read(block)) {
      try {
        log.append(stream, clock.instant(), take(block, count));
      } catch (IOException e) {
        // The disk may be full: what is lost is the log, the process goes on unhindered.
        broken = e;
      }
    }
    finish(broken);
  }

  private void finish(@Nullable IOException broken) {
    try {
      if (line.size() > 0) {
        log.append(stream, clock.instant(), List.of(cut()));
      }
    } catch (IOException e) {
      ended.completeExceptionally(e);
    }
    if (broken != null) {
      ended.completeExceptionally(broken);
    }
    ended.complete(null);
  }

  private int read(byte[] block) {
    try {
      return input.read(block);
    } catch (IOException e) {
      // The system closes the pipe when the process has ended: that is its end as well.
      return -1;
    }
  }

  private List<String> take(byte[] block, int count) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int at = 0; at < count; at++) {
      if (block[at] == '\n') {
        line.write(block, start, at - start);
        lines.add(cut());
        start = at + 1;
      } else if (line.size() + at - start >= LONGEST_LINE && startsCharacter(block[at])) {
        line.write(block, start, at - start);
        lines.add(cut());
        start = at;
      }
    }
    line.write(block, start, count - start);
    return lines;
  }

  private static boolean startsCharacter(byte unit) {
    return (unit & 0xC0) != 0x80;
  }

  private String cut() {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}
