package org.jcompose.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jcompose.engine.LogLine;
import org.jcompose.engine.LogLine.Stream;
import org.junit.jupiter.api.Test;

class LogFramesTests {

  private static final String FIRST = "2026-01-02T03:04:05.000000006Z ";
  private static final String SECOND = "2026-01-02T03:04:06.500000000Z ";

  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final List<LogLine> lines = new ArrayList<>();

  @Test
  void eachFrameIsALineOfItsStreamWithItsTime() throws IOException {
    frame(1, FIRST + "out\n");
    frame(2, SECOND + "err\n");
    readFrames();
    assertThat(lines)
        .containsExactly(
            new LogLine("id", Instant.parse("2026-01-02T03:04:05.000000006Z"), Stream.OUT, "out"),
            new LogLine("id", Instant.parse("2026-01-02T03:04:06.5Z"), Stream.ERR, "err"));
  }

  @Test
  void piecesOfALongLineAreJoinedByStream() throws IOException {
    frame(1, FIRST + "one ");
    frame(2, SECOND + "other\n");
    frame(1, SECOND + "line\n");
    readFrames();
    assertThat(lines).extracting(LogLine::text).containsExactly("other", "one line");
    assertThat(lines.get(1).time()).isEqualTo(Instant.parse(FIRST.strip()));
  }

  @Test
  void characterThatIsCutInTwoIsJoined() throws IOException {
    byte[] euro = "€\n".getBytes(StandardCharsets.UTF_8);
    frame(1, concat(FIRST, euro, 0, 2));
    frame(1, concat(SECOND, euro, 2, 4));
    readFrames();
    assertThat(lines).extracting(LogLine::text).containsExactly("€");
  }

  @Test
  void lastLineNeedsNoLineFeed() throws IOException {
    frame(1, FIRST + "bye");
    readFrames();
    assertThat(lines).extracting(LogLine::text).containsExactly("bye");
  }

  @Test
  void emptyLineIsALine() throws IOException {
    frame(1, FIRST + "\n");
    readFrames();
    assertThat(lines).extracting(LogLine::text).containsExactly("");
  }

  @Test
  void lineWithoutATimeKeepsItsText() throws IOException {
    frame(1, "no time here\n");
    readFrames();
    assertThat(lines).extracting(LogLine::text).containsExactly("no time here");
  }

  @Test
  void endlessLineIsCutAtAMebibyte() throws IOException {
    frame(1, FIRST + "x".repeat(1024 * 1024) + "rest\n");
    readFrames();
    assertThat(lines).extracting(line -> line.text().length()).containsExactly(1024 * 1024, 4);
  }

  @Test
  void frameThatIsCutOffIsAFailureAfterWhatCame() {
    frame(1, FIRST + "whole\n");
    sent.writeBytes(new byte[] {1, 0, 0, 0, 0, 0, 0, 9, 'x'});
    assertThatThrownBy(this::readFrames).isInstanceOf(EOFException.class);
    assertThat(lines).extracting(LogLine::text).containsExactly("whole");
  }

  @Test
  void frameOfAbsurdLengthIsAFailure() {
    sent.writeBytes(new byte[] {1, 0, 0, 0, -1, -1, -1, -1});
    assertThatThrownBy(this::readFrames).hasMessage("a log frame of 4294967295 bytes");
  }

  @Test
  void terminalHasNoFramesAndEndsItsLinesWithReturns() throws IOException {
    sent.writeBytes(bytes(FIRST + "one\r\n" + SECOND + "two words\r\n" + SECOND + "last"));
    LogFrames.unframed(lines(Stream.OUT)).read(new ByteArrayInputStream(sent.toByteArray()));
    assertThat(lines).extracting(LogLine::text).containsExactly("one", "two words", "last");
    assertThat(lines.get(2).time()).isEqualTo(Instant.parse(SECOND.strip()));
  }

  private void readFrames() throws IOException {
    new LogFrames(lines(Stream.OUT), lines(Stream.ERR))
        .read(new ByteArrayInputStream(sent.toByteArray()));
  }

  private LogLines lines(Stream stream) {
    return new LogLines("id", stream, lines::add);
  }

  private void frame(int stream, String text) {
    frame(stream, bytes(text));
  }

  private void frame(int stream, byte[] content) {
    sent.write(stream);
    sent.writeBytes(new byte[3]);
    sent.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    sent.writeBytes(content);
  }

  private static byte[] concat(String text, byte[] bytes, int from, int to) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(bytes(text));
    all.write(bytes, from, to - from);
    return all.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
