package org.jcompose.engine.docker.http;

import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** An answer; closing it before its end, from any thread, ends the stream. */
final class Exchange implements Response {

  private final Head head;
  private final Body body;
  private final Runnable giveUp;

  Exchange(Head head, Body body, Runnable giveUp) {
    this.head = head;
    this.body = body;
    this.giveUp = giveUp;
  }

  @Override
  public int getStatusCode() {
    return head.status();
  }

  @Override
  public Map<String, List<String>> getHeaders() {
    return head.headers();
  }

  @Override
  public InputStream getBody() {
    return body;
  }

  @Override
  public void close() {
    if (!body.hasEnded()) {
      giveUp.run();
    }
  }
}
