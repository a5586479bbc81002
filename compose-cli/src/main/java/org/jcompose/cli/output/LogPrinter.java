package org.jcompose.cli.output;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jcompose.cli.output.Ansi.Colour;

/**
 * Prints the lines of several containers, each with the container's name in its own colour. May be
 * used by any thread.
 */
public final class LogPrinter {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Screen screen;
  private final Ansi ansi;
  private final boolean prefixed;
  private final boolean timestamps;
  private final Map<String, Colour> colours = new HashMap<>();
  private int width;

  public LogPrinter(Screen screen, Ansi ansi, boolean prefixed, boolean timestamps) {
    this.screen = screen;
    this.ansi = ansi;
    this.prefixed = prefixed;
    this.timestamps = timestamps;
  }

  /** Makes room for a name before its first line comes, so that the lines stand in one column. */
  public synchronized void expect(String name) {
    colours.computeIfAbsent(name, unused -> Ansi.ofService(colours.size()));
    width = Math.max(width, name.length() + 1);
  }

  /** A line that a container wrote. */
  public synchronized void line(String name, Instant time, String text) {
    screen.out(prefix(name) + (timestamps ? TIME.format(time) + " " : "") + text);
  }

  /** Something that happened to a container, among its lines. */
  public synchronized void status(String name, String what) {
    expect(name);
    screen.out(ansi.paint(colours.getOrDefault(name, Colour.GREY), name + " " + what));
  }

  private String prefix(String name) {
    if (!prefixed) {
      return "";
    }
    expect(name);
    String padded = name + " ".repeat(width - name.length());
    return ansi.paint(colours.getOrDefault(name, Colour.GREY), padded + " | ");
  }
}
