package org.jcompose.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jcompose.progress.ProgressListener;
import org.jcompose.progress.RunEvent;
import org.jcompose.progress.StepNote;
import org.jcompose.progress.StepNote.Activity;
import org.junit.jupiter.api.Test;

class TtyProgressTests {

  private static final StepNote PULL = new StepNote("pull", Activity.PULL, "image db", null);
  private static final StepNote START = new StepNote("start", Activity.START, "container db", "db");

  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(terminal, true, StandardCharsets.UTF_8);
  private final Screen screen = new Screen(stream, stream);
  private final ProgressListener progress = Progress.TTY.on(screen, new Ansi(false));

  @Test
  void whatIsBeingDoneStandsBelowWhatIsDone() {
    progress.on(new RunEvent.Planned(2));
    progress.on(new RunEvent.Began(PULL));
    progress.on(new RunEvent.Began(START));
    progress.on(new RunEvent.Advanced(PULL, "layer 1", 30, 60));
    progress.on(new RunEvent.Done(START, Duration.ofMillis(1500), ""));
    assertThat(seen())
        .containsExactly(
            "container db: started (1.5s)", "1 of 2 done", "  image db: pulling layer 1 50%");
  }

  @Test
  void linesOfContainersComeAboveWhatIsBeingDone() {
    progress.on(new RunEvent.Planned(1));
    progress.on(new RunEvent.Began(START));
    screen.out("db-1  | hello");
    assertThat(seen()).containsExactly("db-1  | hello", "0 of 1 done", "  container db: starting");
  }

  @Test
  void nothingStaysBelowWhenTheRunHasEnded() {
    progress.on(new RunEvent.Planned(2));
    progress.on(new RunEvent.Began(PULL));
    progress.on(new RunEvent.Failed(PULL, Duration.ZERO, "no such image"));
    progress.on(new RunEvent.Skipped(START, "image db failed"));
    progress.on(new RunEvent.Ended(Duration.ZERO, 0, 1, 1));
    assertThat(seen())
        .containsExactly(
            "image db: pulling failed: no such image",
            "container db: not started: image db failed");
  }

  /** The lines on the terminal, for the few sequences that the screen uses. */
  private List<String> seen() {
    List<String> lines = new ArrayList<>();
    for (String line : terminal.toString(StandardCharsets.UTF_8).split("\n", -1)) {
      String rest = line;
      while (rest.startsWith("\u001b[")) {
        int end = rest.indexOf(rest.startsWith("\u001b[?") ? 'h' : 'A');
        if (rest.startsWith("\u001b[?7l")) {
          end = rest.indexOf('l');
        } else if (rest.startsWith("\u001b[0J")) {
          end = rest.indexOf('J');
        } else if (!rest.startsWith("\u001b[?")) {
          int up = Integer.parseInt(rest.substring(2, end));
          lines.subList(lines.size() - up, lines.size()).clear();
          end++;
        }
        rest = rest.substring(end + 1);
      }
      if (!rest.isEmpty()) {
        lines.add(rest);
      }
    }
    return lines;
  }
}
