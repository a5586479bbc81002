package org.jcompose.engine.docker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jcompose.engine.docker.http.FakeDaemon.Talk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SocketHttpClientTests {

  private static final String OK = "HTTP/1.1 200 OK\r\n";

  @TempDir private Path folder;
  private FakeDaemon daemon;
  private SocketHttpClient client;

  @AfterEach
  void close() throws IOException {
    if (client != null) {
      client.close();
    }
    if (daemon != null) {
      daemon.close();
    }
  }

  @Test
  void answersOfKnownLengthShareOneConnection() throws IOException {
    start(FakeDaemon.answering(folder, path -> "you asked for " + path));
    assertThat(get("/one")).isEqualTo("you asked for /one");
    assertThat(get("/two")).isEqualTo("you asked for /two");
    assertThat(daemon.connections()).isEqualTo(1);
  }

  @Test
  void chunksAreJoinedAndTheirConnectionIsUsedAgain() throws IOException {
    script(
        talk -> {
          while (!talk.head().isEmpty()) {
            talk.send(OK + "Transfer-Encoding: chunked\r\n\r\n");
            talk.send("4\r\nwhat\r\nB;ext=1\r\never comes\n\r\n");
            talk.send("0\r\nTrailer: x\r\n\r\n");
          }
        });
    assertThat(get("/")).isEqualTo("whatever comes\n");
    assertThat(get("/")).isEqualTo("whatever comes\n");
    assertThat(daemon.connections()).isEqualTo(1);
  }

  @Test
  void bodyWithoutLengthEndsWithTheConnection() throws IOException {
    script(
        talk -> {
          talk.head();
          talk.send(OK + "\r\nall there is");
        });
    assertThat(get("/")).isEqualTo("all there is");
    assertThat(client.connections()).isZero();
  }

  @Test
  void answersWithoutBodyLeaveTheConnectionFree() throws IOException {
    script(
        talk -> {
          while (!talk.head().isEmpty()) {
            talk.send("HTTP/1.1 204 No Content\r\n\r\n");
          }
        });
    for (int i = 0; i < 3; i++) {
      try (Response response = client.execute(request("POST", "/"))) {
        assertThat(response.getStatusCode()).isEqualTo(204);
        assertThat(response.getBody().read()).isEqualTo(-1);
      }
    }
    assertThat(daemon.connections()).isEqualTo(1);
  }

  @Test
  void headerNamesHaveNoCase() throws IOException {
    script(
        talk -> {
          talk.head();
          talk.send("HTTP/1.1 100 Continue\r\n\r\n");
          talk.send(OK + "API-Version: 1.51\r\ncontent-length: 2\r\n\r\nok");
        });
    try (Response response = client.execute(request("GET", "/"))) {
      assertThat(response.getHeader("api-version")).isEqualTo("1.51");
      assertThat(text(response)).isEqualTo("ok");
    }
  }

  @Test
  void requestIsWrittenWhole() throws IOException {
    CompletableFuture<String> heard = new CompletableFuture<>();
    script(
        talk -> {
          String head = talk.head();
          heard.complete(head + new String(talk.in().readNBytes(4), StandardCharsets.UTF_8));
          talk.answer("");
        });
    byte[] body = "body".getBytes(StandardCharsets.UTF_8);
    Request.Builder request = Request.builder().method("POST").path("/v1.51/x?a=b");
    client.execute(request.putHeader("X-Name", "value").bodyBytes(body).build()).close();
    assertThat(heard.join())
        .isEqualTo(
            "POST /v1.51/x?a=b HTTP/1.1\r\nHost: docker\r\nX-Name: value\r\n"
                + "Content-Length: 4\r\n\r\nbody");
  }

  @Test
  void streamedBodyIsSentInChunks() throws IOException {
    CompletableFuture<String> heard = new CompletableFuture<>();
    String chunks = "3\r\nabc\r\n0\r\n\r\n";
    script(
        talk -> {
          talk.head();
          heard.complete(new String(talk.in().readNBytes(chunks.length()), StandardCharsets.UTF_8));
          talk.answer("");
        });
    InputStream body = new ByteArrayInputStream("abc".getBytes(StandardCharsets.UTF_8));
    client.execute(Request.builder().method("PUT").path("/").body(body).build()).close();
    assertThat(heard.join()).isEqualTo(chunks);
  }

  @Test
  void hundredsOfCallsAtOnceGetEachItsOwnAnswer() throws Exception {
    start(FakeDaemon.answering(folder, path -> "x".repeat(5_000) + path));
    CountDownLatch all = new CountDownLatch(300);
    List<Future<String>> answers = new ArrayList<>();
    ExecutorService workers = Executors.newFixedThreadPool(300);
    for (int i = 0; i < 300; i++) {
      String path = "/" + i;
      answers.add(
          workers.submit(
              () -> {
                all.countDown();
                all.await();
                return get(path);
              }));
    }
    for (int i = 0; i < 300; i++) {
      assertThat(answers.get(i).get()).isEqualTo("x".repeat(5_000) + "/" + i);
    }
    workers.shutdown();
    assertThat(client.connections()).isLessThanOrEqualTo(32);
  }

  @Test
  void bodyThatIsCutOffIsAFailure() throws IOException {
    script(
        talk -> {
          talk.head();
          talk.send(OK + "Content-Length: 100\r\n\r\nbut this is all");
        });
    assertThatThrownBy(() -> get("/"))
        .isInstanceOf(EOFException.class)
        .hasMessage("the connection was closed in the middle of an answer");
    assertThat(client.connections()).isZero();
  }

  @Test
  void chunksThatAreCutOffAreAFailure() throws IOException {
    script(
        talk -> {
          talk.head();
          talk.send(OK + "Transfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n");
        });
    assertThatThrownBy(() -> get("/")).isInstanceOf(EOFException.class);
  }

  @Test
  void whatIsNotHttpIsAFailure() throws IOException {
    script(talk -> talk.send("SSH-2.0-OpenSSH_9.2\r\n"));
    assertThatThrownBy(() -> get("/"))
        .hasRootCauseMessage("the answer is not HTTP")
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void streamIsClosedFromAnotherThread() throws Exception {
    script(SocketHttpClientTests::endless);
    Response stream = client.execute(request("GET", "/events"));
    CountDownLatch reading = new CountDownLatch(1);
    CompletableFuture<Object> end = new CompletableFuture<>();
    Threads.daemon("reader").newThread(() -> readToEnd(stream, reading, end)).start();
    reading.await();
    stream.close();
    assertThat(end.get(10, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
    assertThat(client.connections()).isZero();
  }

  @Test
  void silentDaemonIsGivenUpAtTheDeadline() throws IOException {
    script(SocketHttpClientTests::silent);
    SocketHttpClient hasty = client.within(Duration.ofMillis(200));
    assertThatThrownBy(() -> hasty.execute(request("GET", "/")))
        .hasCauseInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void interruptedThreadGivesUp() throws Exception {
    script(SocketHttpClientTests::silent);
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    Thread caller =
        Threads.daemon("caller")
            .newThread(
                () -> {
                  try {
                    client.execute(request("GET", "/"));
                  } catch (UncheckedIOException e) {
                    failure.complete(e.getCause());
                  }
                });
    caller.start();
    caller.interrupt();
    assertThat(failure.get(10, TimeUnit.SECONDS)).isInstanceOf(ClosedByInterruptException.class);
    assertThat(client.connections()).isZero();
  }

  @Test
  void connectionThatTheDaemonClosedIsNotUsedAgain() throws IOException {
    script(
        talk -> {
          talk.head();
          talk.answer("once");
        });
    for (int i = 0; i < 5; i++) {
      try (Response response = client.execute(request("POST", "/"))) {
        assertThat(text(response)).isEqualTo("once");
      }
      daemon.awaitClosedConnection();
    }
    assertThat(daemon.connections()).isEqualTo(5);
  }

  @Test
  void programAtTheOtherEndSeesTheEndOfItsInputAndAnswers() throws IOException {
    script(
        talk -> {
          talk.head();
          talk.send("HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n");
          String input = new String(talk.in().readAllBytes(), StandardCharsets.UTF_8);
          talk.send("heard: " + input);
        });
    InputStream typed = new ByteArrayInputStream("hello".getBytes(StandardCharsets.UTF_8));
    Request request = Request.builder().method("POST").path("/attach").hijackedInput(typed).build();
    try (Response response = client.execute(request)) {
      assertThat(text(response)).isEqualTo("heard: hello");
    }
  }

  @Test
  void closedClientLeavesNothingOpen() throws Exception {
    start(FakeDaemon.answering(folder, path -> path));
    SocketHttpClient hasty = client.within(Duration.ofMinutes(1));
    hasty.execute(request("GET", "/")).close();
    hasty.close();
    assertThat(client.connections()).isZero();
    assertThatThrownBy(() -> client.execute(request("GET", "/")))
        .hasMessage("the engine was closed");
  }

  @Test
  void missingSocketIsAFailure() {
    client = SocketHttpClient.of(new DaemonAddress.Unix(folder.resolve("none.sock")));
    assertThatThrownBy(() -> client.execute(request("GET", "/")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("No such file");
    assertThat(client.connections()).isZero();
  }

  private static void silent(Talk talk) throws IOException {
    talk.head();
    talk.head();
  }

  private static void endless(Talk talk) throws IOException {
    talk.head();
    talk.send(OK + "Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n");
    talk.head();
  }

  private static void readToEnd(
      Response stream, CountDownLatch reading, CompletableFuture<Object> end) {
    try {
      stream.getBody().read();
      reading.countDown();
      end.complete(stream.getBody().read());
    } catch (IOException e) {
      end.complete(e);
    }
  }

  private void script(FakeDaemon.Script script) throws IOException {
    start(FakeDaemon.start(folder, script));
  }

  private void start(FakeDaemon started) {
    daemon = started;
    client = SocketHttpClient.of(new DaemonAddress.Unix(started.socket()));
  }

  private String get(String path) throws IOException {
    try (Response response = client.execute(request("GET", path))) {
      return text(response);
    }
  }

  private static Request request(String method, String path) {
    return Request.builder().method(method).path(path).build();
  }

  private static String text(Response response) throws IOException {
    return new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8);
  }
}
