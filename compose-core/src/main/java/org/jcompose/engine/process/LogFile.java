package org.jcompose.engine.process;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.jcompose.engine.LogLine.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A container's log on disk: an {@link Entry} in JSON on each line. Whoever follows it reads the
 * file, at its own pace, and is only told that there is more; so a slow reader costs no memory and
 * never holds up the process. Safe for use by several threads.
 */
final class LogFile {

  /** One line of the log. */
  record Entry(Instant time, Stream stream, String text) {}

  private final Path path;
  private @Nullable FileChannel out;
  private long length;

  LogFile(Path path) {
    this.path = path;
  }

  /** Opens it for the output of one run. */
  synchronized void begin() {
    try {
      out = PrivateFiles.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      length = out.size();
    } catch (IOException e) {
      throw PrivateFiles.failed("open", path, e);
    }
  }

  /** Adds lines; once the run has ended they are dropped with what is left of the process. */
  synchronized void append(Stream stream, Instant time, List<String> lines) throws IOException {
    if (out == null) {
      return;
    }
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      text.append("{\"time\":\"").append(time).append("\",\"stream\":\"").append(stream.name());
      text.append("\",\"text\":\"");
      JsonStringEncoder.getInstance().quoteAsString(line, text);
      text.append("\"}\n");
    }
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
    length += bytes.remaining();
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
    notifyAll();
  }

  /** The run has ended, and with it all who follow it. */
  synchronized void end() {
    FileChannel ended = out;
    out = null;
    notifyAll();
    if (ended != null) {
      try {
        ended.close();
      } catch (IOException e) {
        Books.report(e);
      }
    }
  }

  /**
   * Waits until the file is longer than so many bytes.
   *
   * @return false if it will not be, since the run has ended
   */
  synchronized boolean awaitMoreThan(long bytes) throws InterruptedException {
    while (out != null && length <= bytes) {
      wait();
    }
    return length > bytes;
  }
}
