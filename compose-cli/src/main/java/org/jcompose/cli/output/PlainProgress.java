package org.jcompose.cli.output;

import org.jcompose.progress.ProgressListener;
import org.jcompose.progress.RunEvent;
import org.jcompose.progress.StepNote.Activity;

/** One line for each thing that is done, and one before what may take long. */
final class PlainProgress implements ProgressListener {

  private final Screen screen;
  private final ProgressText text;

  PlainProgress(Screen screen, Ansi ansi) {
    this.screen = screen;
    this.text = new ProgressText(ansi);
  }

  @Override
  public void on(RunEvent event) {
    if (event instanceof RunEvent.Began began && mayTakeLong(began.step().activity())) {
      screen.err(began.step().subject() + ": " + began.step().activity().present());
    } else if (event instanceof RunEvent.Done done) {
      screen.err(text.done(done));
    } else if (event instanceof RunEvent.Failed failed) {
      screen.err(text.failed(failed));
    } else if (event instanceof RunEvent.Skipped skipped) {
      screen.err(text.skipped(skipped));
    }
  }

  private static boolean mayTakeLong(Activity activity) {
    return switch (activity) {
      case PULL, AWAIT, APPLY, RUN, PROVIDE, RELEASE -> true;
      case CREATE, RENAME, START, STOP, CONNECT, DISCONNECT, REMOVE -> false;
    };
  }
}
