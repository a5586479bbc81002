package org.jcompose.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import org.jcompose.progress.ProgressListener;
import org.jcompose.progress.RunEvent;
import org.jcompose.progress.StepNote;

/** One JSON object for each event, for programs that show it in their own way. */
final class JsonProgress implements ProgressListener {

  private final Screen screen;
  private final JsonText json = new JsonText();

  JsonProgress(Screen screen) {
    this.screen = screen;
  }

  @Override
  public void on(RunEvent event) {
    screen.err(json.object(to -> write(event, to)));
  }

  private static void write(RunEvent event, JsonGenerator to) throws IOException {
    if (event instanceof RunEvent.Planned planned) {
      to.writeStringField("event", "planned");
      to.writeNumberField("steps", planned.steps());
    } else if (event instanceof RunEvent.Began began) {
      step("began", began.step(), to);
    } else if (event instanceof RunEvent.Advanced advanced) {
      step("advanced", advanced.step(), to);
      to.writeStringField("detail", advanced.detail());
      to.writeNumberField("current", advanced.current());
      to.writeNumberField("total", advanced.total());
    } else {
      writeEnd(event, to);
    }
  }

  private static void writeEnd(RunEvent event, JsonGenerator to) throws IOException {
    if (event instanceof RunEvent.Done done) {
      step("done", done.step(), to);
      to.writeStringField("detail", done.detail());
      took(done.took(), to);
    } else if (event instanceof RunEvent.Failed failed) {
      step("failed", failed.step(), to);
      to.writeStringField("reason", failed.reason());
      took(failed.took(), to);
    } else if (event instanceof RunEvent.Skipped skipped) {
      step("skipped", skipped.step(), to);
      to.writeStringField("reason", skipped.reason());
    } else if (event instanceof RunEvent.Ended ended) {
      to.writeStringField("event", "ended");
      to.writeNumberField("done", ended.done());
      to.writeNumberField("failed", ended.failed());
      to.writeNumberField("skipped", ended.skipped());
      took(ended.took(), to);
    }
  }

  private static void step(String event, StepNote step, JsonGenerator to) throws IOException {
    to.writeStringField("event", event);
    to.writeStringField("step", step.id());
    to.writeStringField("activity", step.activity().present());
    to.writeStringField("subject", step.subject());
    if (step.service() != null) {
      to.writeStringField("service", step.service());
    }
  }

  private static void took(Duration took, JsonGenerator to) throws IOException {
    to.writeNumberField("millis", took.toMillis());
  }
}
