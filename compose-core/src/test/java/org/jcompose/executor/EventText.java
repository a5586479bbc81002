package org.jcompose.executor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jcompose.progress.ProgressListener;
import org.jcompose.progress.RunEvent;

/** Writes the events of a run down, one on a line. */
final class EventText implements ProgressListener {

  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void on(RunEvent event) {
    lines.add(line(event));
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  private static String line(RunEvent event) {
    if (event instanceof RunEvent.Planned planned) {
      return planned.steps() + " steps";
    } else if (event instanceof RunEvent.Began began) {
      return "began " + began.step().id();
    } else if (event instanceof RunEvent.Advanced advanced) {
      return "advanced " + advanced.step().id() + " " + advanced.detail();
    } else if (event instanceof RunEvent.Done done) {
      return "done " + done.step().id() + " " + detail(done.took().toString(), done.detail());
    } else if (event instanceof RunEvent.Failed failed) {
      return "failed "
          + failed.step().id()
          + " "
          + detail(failed.took().toString(), failed.reason());
    } else if (event instanceof RunEvent.Skipped skipped) {
      return "skipped " + skipped.step().id() + ": " + skipped.reason();
    }
    RunEvent.Ended ended = (RunEvent.Ended) event;
    return "ended after "
        + ended.took()
        + ": "
        + ended.done()
        + " done, "
        + ended.failed()
        + " failed, "
        + ended.skipped()
        + " skipped";
  }

  private static String detail(String took, String detail) {
    return "in " + took + (detail.isEmpty() ? "" : ": " + detail);
  }
}
