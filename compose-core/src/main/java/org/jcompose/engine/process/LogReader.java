package org.jcompose.engine.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.jcompose.engine.LogRequest;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a log file that a request asks for, as they stand in the file. */
final class LogReader {

  private static final int BLOCK = 16 * 1024;

  private final Path path;
  private final LogRequest request;
  private final Sink sink;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean isPast;

  LogReader(Path path, LogRequest request, Sink sink) {
    this.path = path;
    this.request = request;
    this.sink = sink;
  }

  /** Takes lines: each is an {@link LogFile.Entry} in JSON. */
  @FunctionalInterface
  interface Sink {
    void line(String json) throws IOException;
  }

  /**
   * Reads the lines so far, and those to come if the request says so.
   *
   * @param growing what grows the file; null if nothing does
   */
  void read(@Nullable LogFile growing) throws IOException, InterruptedException {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      long at = request.tail() < 0 ? 0 : lastLines(file, request.tail());
      at = lines(file, at);
      while (request.follow() && !isPast && growing != null && growing.awaitMoreThan(at)) {
        at = lines(file, at);
      }
    } catch (NoSuchFileException e) {
      // It never ran: no lines.
      return;
    }
  }

  private long lines(FileChannel file, long from) throws IOException {
    byte[] block = new byte[BLOCK];
    long at = from;
    while (!isPast) {
      int count = file.read(ByteBuffer.wrap(block), at);
      if (count <= 0) {
        return at;
      }
      at += count;
      take(block, count);
    }
    return at;
  }

  private void take(byte[] bytes, int count) throws IOException {
    int start = 0;
    for (int end = 0; end < count && !isPast; end++) {
      if (bytes[end] == '\n') {
        line.write(bytes, start, end - start);
        give(line.toString(StandardCharsets.UTF_8));
        line.reset();
        start = end + 1;
      }
    }
    line.write(bytes, start, count - start);
  }

  private void give(String json) throws IOException {
    Instant since = request.since();
    Instant until = request.until();
    if (since != null || until != null) {
      Instant time = Wire.read(LogFile.Entry.class, json).time();
      if (until != null && time.isAfter(until)) {
        isPast = true;
        return;
      }
      if (since != null && time.isBefore(since)) {
        return;
      }
    }
    sink.line(json);
  }

  /** Where the last so many lines begin. */
  private static long lastLines(FileChannel file, int count) throws IOException {
    long end = file.size();
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    int feeds = 0;
    while (end > 0) {
      long start = Math.max(0, end - BLOCK);
      int length = file.read(block.clear().limit((int) (end - start)), start);
      for (int i = length - 1; i >= 0; i--) {
        if (block.get(i) == '\n' && ++feeds > count) {
          return start + i + 1;
        }
      }
      end = start;
    }
    return 0;
  }
}
