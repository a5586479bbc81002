package org.jcompose.engine.process;

import java.io.IOException;
import org.jcompose.engine.EngineException;

/**
 * A client's connection, at the supervisor's end: a greeting, then any number of calls, each with
 * its answer. The last request may ask for lines: after the answer they come one by one, and an
 * empty line says that there are no more.
 */
final class Conversation {

  static final String NO_MORE = "";

  private final Supervisor supervisor;
  private final LineChannel client;

  Conversation(Supervisor supervisor, LineChannel client) {
    this.supervisor = supervisor;
    this.client = client;
  }

  /** Answers until the client has gone. */
  void hold() throws IOException, InterruptedException {
    client.write(SupervisorServer.GREETING);
    for (String line = client.read(); line != null; line = client.read()) {
      Request request = Request.parse(line);
      if (request instanceof Request.Streamed streamed) {
        stream(streamed);
      } else {
        client.write(Wire.write(answer((Request.Call) request)));
      }
    }
  }

  private Answer answer(Request.Call call) throws InterruptedException {
    try {
      return Answer.of(call.on(supervisor));
    } catch (EngineException e) {
      return Answer.failed(e);
    } catch (RuntimeException e) {
      Books.report(e);
      return Answer.failed(new EngineException("the supervisor failed: " + e));
    }
  }

  private void stream(Request.Streamed request) throws IOException, InterruptedException {
    Supervisor.Lines lines;
    try {
      lines = request.on(supervisor);
    } catch (EngineException e) {
      client.write(Wire.write(Answer.failed(e)));
      return;
    }
    client.write(Wire.write(Answer.of(null)));
    Thread writer = new Thread(null, () -> write(lines), "lines", 256 * 1024);
    writer.setDaemon(true);
    writer.start();
    try {
      awaitEnd();
    } finally {
      lines.close();
      writer.interrupt();
      writer.join();
    }
  }

  private void awaitEnd() throws IOException {
    String line = client.read();
    while (line != null) {
      line = client.read();
    }
  }

  private void write(Supervisor.Lines lines) {
    try {
      lines.give(client::write);
      client.write(NO_MORE);
    } catch (IOException | InterruptedException e) {
      // The client has gone, which its reader knows as well, or is about to.
      Thread.currentThread().interrupt();
    }
  }
}
