package org.jcompose.cli.output;

import org.jcompose.cli.output.Ansi.Colour;
import org.jcompose.progress.RunEvent;

/** The words for what happens in a run; an empty text for what is not worth a line. */
record ProgressText(Ansi ansi) {

  String done(RunEvent.Done event) {
    String what = event.detail().isEmpty() ? event.step().activity().past() : event.detail();
    return event.step().subject()
        + ": "
        + ansi.paint(Colour.GREEN, what)
        + Progress.took(event.took());
  }

  String failed(RunEvent.Failed event) {
    String what = event.step().activity().present() + " failed: " + event.reason();
    return event.step().subject()
        + ": "
        + ansi.paint(Colour.RED, what)
        + Progress.took(event.took());
  }

  String skipped(RunEvent.Skipped event) {
    return event.step().subject()
        + ": "
        + ansi.paint(Colour.YELLOW, "not " + event.step().activity().past())
        + ": "
        + event.reason();
  }

  String advanced(RunEvent.Advanced event) {
    String share = event.total() > 0 ? " " + event.current() * 100 / event.total() + "%" : "";
    String detail = event.detail().isEmpty() ? "" : " " + event.detail();
    return event.step().subject() + ": " + event.step().activity().present() + detail + share;
  }
}
