package org.jcompose.cli.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcompose.cli.output.Ansi.Colour;
import org.jcompose.progress.ProgressListener;
import org.jcompose.progress.RunEvent;
import org.jcompose.progress.StepNote;

/** What is done stays as a line; what is being done stands below and goes when it is done. */
final class TtyProgress implements ProgressListener {

  private static final int MOST_LIVE = 12;

  private final Screen screen;
  private final Ansi ansi;
  private final ProgressText text;
  private final Map<String, String> running = new LinkedHashMap<>();
  private int steps;
  private int over;

  TtyProgress(Screen screen, Ansi ansi) {
    this.screen = screen;
    this.ansi = ansi;
    this.text = new ProgressText(ansi);
  }

  @Override
  public void on(RunEvent event) {
    if (event instanceof RunEvent.Planned planned) {
      steps = planned.steps();
    } else if (event instanceof RunEvent.Began began) {
      StepNote step = began.step();
      running.put(step.id(), step.subject() + ": " + step.activity().present());
      screen.live(live());
    } else if (event instanceof RunEvent.Advanced advanced) {
      running.put(advanced.step().id(), text.advanced(advanced));
      screen.live(live());
    } else if (event instanceof RunEvent.Done done) {
      over(done.step(), text.done(done));
    } else if (event instanceof RunEvent.Failed failed) {
      over(failed.step(), text.failed(failed));
    } else if (event instanceof RunEvent.Skipped skipped) {
      over(skipped.step(), text.skipped(skipped));
    } else if (event instanceof RunEvent.Ended) {
      screen.live(List.of());
    }
  }

  private void over(StepNote step, String line) {
    over++;
    running.remove(step.id());
    screen.live(List.of());
    screen.err(line);
    screen.live(live());
  }

  private List<String> live() {
    if (running.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(ansi.paint(Colour.GREY, over + " of " + steps + " done"));
    running.values().stream().limit(MOST_LIVE).map(line -> "  " + line).forEach(lines::add);
    if (running.size() > MOST_LIVE) {
      lines.add("  and " + (running.size() - MOST_LIVE) + " more");
    }
    return lines;
  }
}
