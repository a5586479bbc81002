package org.jcompose.engine.docker;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jcompose.engine.Engine.LogListener;
import org.jcompose.engine.LogLine;

/**
 * Joins what one stream of a container brings into lines. The engine puts the time before each
 * piece: the time of a line is that of its first piece.
 */
final class LogLines implements LogFrames.Sink {

  private static final int LONGEST = 1024 * 1024;
  private static final int LONGEST_TIME = 40;

  private final String container;
  private final LogLine.Stream stream;
  private final LogListener listener;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private Instant time = Instant.EPOCH;
  private boolean begun;

  LogLines(String container, LogLine.Stream stream, LogListener listener) {
    this.container = container;
    this.stream = stream;
    this.listener = listener;
  }

  /** A piece: a time, a space, and a line or a part of one. */
  @Override
  public void frame(byte[] frame) {
    boolean first = !begun;
    begun = true;
    for (int i = afterTime(frame, first); i < frame.length; i++) {
      add(frame[i]);
    }
  }

  /** The next bytes of a terminal, where each line begins with a time and a space. */
  void bytes(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      if (bytes[i] == '\n') {
        endTimedLine();
      } else if (line.size() < LONGEST) {
        line.write(bytes[i]);
      } else {
        endTimedLine();
        line.write(bytes[i]);
      }
    }
  }

  /** Nothing more comes: what is there is the last line. */
  @Override
  public void end() {
    if (line.size() == 0) {
      return;
    }
    if (begun) {
      emit();
    } else {
      endTimedLine();
    }
  }

  private void add(byte b) {
    if (b == '\n') {
      emit();
      return;
    }
    if (line.size() == LONGEST) {
      emit();
    }
    begun = true;
    line.write(b);
  }

  private void endTimedLine() {
    byte[] bytes = line.toByteArray();
    line.reset();
    int start = afterTime(bytes, true);
    line.write(bytes, start, bytes.length - start);
    emit();
  }

  private void emit() {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    begun = false;
    listener.on(
        new LogLine(
            container,
            time,
            stream,
            text.endsWith("\r") ? text.substring(0, text.length() - 1) : text));
  }

  /**
   * Where the text after the time begins; 0 if there is no time.
   *
   * @param counts whether the time is that of the line
   */
  private int afterTime(byte[] bytes, boolean counts) {
    int space = 0;
    while (space < bytes.length && space < LONGEST_TIME && bytes[space] != ' ') {
      space++;
    }
    try {
      String text = new String(bytes, 0, space, StandardCharsets.US_ASCII);
      Instant parsed = OffsetDateTime.parse(text).toInstant();
      time = counts ? parsed : time;
      return Math.min(space + 1, bytes.length);
    } catch (DateTimeException noTime) {
      return 0;
    }
  }
}
