package org.jcompose.cli.output;

import java.time.Duration;
import java.util.Locale;
import org.jcompose.progress.ProgressListener;

/** How work is shown while it is done. */
public enum Progress {
  TTY,
  PLAIN,
  JSON,
  QUIET;

  /**
   * The mode for a word of {@code --progress}.
   *
   * @param live whether lines that change can be shown, if the word is {@code auto}
   */
  public static Progress of(String word, boolean live) {
    return switch (word) {
      case "auto" -> live ? TTY : PLAIN;
      case "tty" -> TTY;
      case "plain" -> PLAIN;
      case "json" -> JSON;
      default -> QUIET;
    };
  }

  /** What shows a run on the given screen. */
  public ProgressListener on(Screen screen, Ansi ansi) {
    return switch (this) {
      case TTY -> new TtyProgress(screen, ansi);
      case PLAIN -> new PlainProgress(screen, ansi);
      case JSON -> new JsonProgress(screen);
      case QUIET -> ProgressListener.silent();
    };
  }

  /** How long something took, in brackets; nothing if that was under a second. */
  static String took(Duration duration) {
    return duration.compareTo(Duration.ofSeconds(1)) < 0
        ? ""
        : String.format(Locale.ROOT, " (%.1fs)", duration.toMillis() / 1000.0);
  }
}
