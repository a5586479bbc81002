package org.jcompose.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import org.jcompose.engine.ContainerEngine;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.ContainerState.Health;
import org.jcompose.engine.EngineEvent;
import org.jcompose.engine.EngineEvent.Kind;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.EngineSettings;
import org.jcompose.engine.NotFoundException;
import org.jcompose.engine.ObserveRequest;
import org.jcompose.engine.Subscription;
import org.jcompose.engine.docker.http.FakeDaemon;
import org.jcompose.engine.docker.http.FakeDaemon.Talk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is said to a daemon, and what is made of its answers. */
@Timeout(60)
class DaemonTalkTests {

  @TempDir private Path folder;
  private final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();
  private final Map<String, String> answers = new TreeMap<>();
  private FakeDaemon daemon;

  @BeforeEach
  void start() throws IOException {
    answers.put("GET /version", ok("{\"ApiVersion\": \"1.51\", \"MinAPIVersion\": \"1.24\"}"));
    daemon = FakeDaemon.start(folder, this::talk);
  }

  @AfterEach
  void close() throws IOException {
    daemon.close();
  }

  @Test
  void pullTellsTheSumOfItsLayers() {
    answers.put(
        "POST /v1.51/images/create",
        ok(
            """
            {"status":"Pulling from library/web","id":"1.0"}
            {"status":"Downloading","progressDetail":{"current":10,"total":100},"id":"a"}
            {"status":"Downloading","progressDetail":{"current":5,"total":50},"id":"b"}
            {"status":"Download complete","progressDetail":{},"id":"a"}
            {"status":"Status: Downloaded newer image"}
            """));
    List<String> heard = new ArrayList<>();
    try (ContainerEngine engine = open()) {
      engine.pullImage(
          "web:1.0", (detail, done, total) -> heard.add(detail + " " + done + "/" + total));
    }
    assertThat(heard)
        .containsExactly(
            "1.0: Pulling from library/web 0/0",
            "a: Downloading 10/100",
            "b: Downloading 15/150",
            "a: Download complete 105/150",
            "Status: Downloaded newer image 105/150");
    assertThat(requests).contains("POST /v1.51/images/create?fromImage=web&tag=1.0");
  }

  @Test
  void failureInTheMidstOfAPullIsAFailure() {
    answers.put(
        "POST /v1.51/images/create",
        ok("{\"status\":\"Pulling\"}\n{\"error\":\"manifest unknown\",\"errorDetail\":{}}\n"));
    try (ContainerEngine engine = open()) {
      assertThatThrownBy(() -> engine.pullImage("web:1.0", (detail, done, total) -> {}))
          .isInstanceOf(NotFoundException.class)
          .hasMessage("cannot pull image 'web:1.0': there is no such image, or it needs a login");
    }
  }

  @Test
  void pullTakesTheLoginOfItsRegistry() throws IOException {
    Path config = Files.createDirectories(folder.resolve(".docker")).resolve("config.json");
    Files.writeString(config, "{\"auths\": {\"reg:5000\": {\"auth\": \"bWU6cGE6c3M=\"}}}");
    answers.put("POST /v1.51/images/create", ok("{}"));
    try (ContainerEngine engine = open()) {
      engine.pullImage("reg:5000/a/web@sha256:1", (detail, done, total) -> {});
      engine.pullImage("web", (detail, done, total) -> {});
    }
    assertThat(requests)
        .containsSequence(
            "POST /v1.51/images/create?fromImage=reg%3A5000%2Fa%2Fweb&tag=sha256%3A1",
            "X-Registry-Auth: eyJ1c2VybmFtZSI6Im1lIiwicGFzc3dvcmQiOiJwYTpzcyIsInNlcnZlcmFkZHJlc3MiOiJ"
                + "yZWc6NTAwMCJ9",
            "POST /v1.51/images/create?fromImage=web&tag=latest");
  }

  @Test
  void eventsAreAskedForFromTheEnginesOwnTimeOn() {
    answers.put("GET /v1.51/info", ok("{\"SystemTime\":\"2001-02-03T04:05:06.007000008+01:00\"}"));
    answers.put("GET /v1.51/events", ok(""));
    try (ContainerEngine engine = open()) {
      engine.events("p", event -> {});
    }
    assertThat(requests)
        .anySatisfy(
            request ->
                assertThat(request).startsWith("GET /v1.51/events?since=981169506.007000008&"));
  }

  @Test
  void engineWithoutATimeIsNamed() {
    answers.put("GET /v1.51/info", ok("{}"));
    try (ContainerEngine engine = open()) {
      assertThatThrownBy(() -> engine.events("p", event -> {}))
          .isInstanceOf(EngineException.class)
          .hasMessage("cannot ask the engine for its time: it says ''");
    }
  }

  @Test
  void listHasTheEnginesOwnWordsForCommandAndStatus() {
    answers.put(
        "GET /v1.51/containers/json",
        ok(
            """
            [{"Id":"1","Names":["/p-web-1"],"State":"running","Command":"sh -c 'sleep 9'",
              "Status":"Up 2 minutes (healthy)"}]
            """));
    answers.put("GET /v1.51/networks", ok("[]"));
    answers.put("GET /v1.51/volumes", ok("{}"));
    try (ContainerEngine engine = open()) {
      ContainerState web = engine.observe(ObserveRequest.of("p")).containers().get(0);
      assertThat(web.statusText()).isEqualTo("Up 2 minutes (healthy)");
      assertThat(web.command()).isEqualTo("sh -c 'sleep 9'");
      assertThat(web.health()).isEqualTo(Health.HEALTHY);
    }
  }

  @Test
  void eventsAreReadAsTheyAreMeant() throws Exception {
    answers.put("GET /v1.51/info", ok("{\"SystemTime\":\"2001-02-03T04:05:06Z\"}"));
    answers.put(
        "GET /v1.51/events",
        ok(event("create") + event("exec_die") + event("health_status: unhealthy") + event("die")));
    List<EngineEvent> heard = new ArrayList<>();
    try (ContainerEngine engine = open()) {
      Subscription subscription = engine.events("p", heard::add);
      assertThatThrownBy(() -> subscription.ended().toCompletableFuture().get())
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOf(EngineException.class)
          .hasMessage("cannot listen to the events of project 'p': the engine ended the stream");
    }
    assertThat(heard)
        .extracting(EngineEvent::kind)
        .containsExactly(Kind.CREATED, Kind.HEALTH, Kind.DIED);
    assertThat(heard).extracting(EngineEvent::service).containsOnly("web");
    assertThat(heard.get(1).health()).isEqualTo(Health.UNHEALTHY);
    assertThat(heard.get(2).exitCode()).isEqualTo(3);
  }

  @Test
  void removalByAnotherIsWaitedFor() {
    answers.put(
        "DELETE /v1.51/containers/x",
        status(409, "{\"message\":\"removal of container x is already in progress\"}"));
    answers.put("POST /v1.51/containers/x/wait", ok("{\"StatusCode\":0}"));
    try (ContainerEngine engine = open()) {
      engine.removeContainer("x", true);
    }
    assertThat(requests).contains("POST /v1.51/containers/x/wait?condition=removed");
  }

  private ContainerEngine open() {
    EngineSettings settings =
        new EngineSettings(Map.of("DOCKER_HOST", "unix://" + daemon.socket()), folder, Map.of());
    return (ContainerEngine) new DockerProvider().endpoints(settings).get(0).open();
  }

  private void talk(Talk talk) throws IOException {
    for (String head = talk.head(); !head.isEmpty(); head = talk.head()) {
      String request = head.substring(0, head.indexOf(" HTTP/1.1"));
      requests.add(request);
      head.lines().filter(line -> line.startsWith("X-Registry-Auth")).forEach(requests::add);
      String path = request.split("\\?", 2)[0];
      talk.send(
          answers.getOrDefault(path, status(404, "{\"message\":\"nothing at " + path + "\"}")));
    }
  }

  private static String ok(String body) {
    return status(200, body);
  }

  private static String status(int status, String body) {
    return "HTTP/1.1 " + status + " X\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  private static String event(String action) {
    return "{\"Action\":\""
        + action
        + "\",\"Actor\":{\"ID\":\"1\",\"Attributes\":{\"exitCode\":\"3\",\"name\":\"p-web-1\","
        + "\"com.docker.compose.service\":\"web\"}},\"timeNano\":1795320064000000001}\n";
  }
}
