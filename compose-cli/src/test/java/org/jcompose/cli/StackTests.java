package org.jcompose.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jcompose.cli.Call.Said;
import org.jcompose.cli.output.Interrupts;
import org.jcompose.engine.ContainerState.Status;
import org.jcompose.engine.EngineEvent;
import org.jcompose.engine.EngineEvent.Kind;
import org.jcompose.engine.Subscription;
import org.jcompose.engine.memory.Hold;
import org.jcompose.engine.memory.MemoryEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackTests {

  private static final String SHOP =
      """
      name: shop
      services:
        db:
          image: db:1
          volumes: ["data:/data"]
          x-memory: {script: [print ready]}
        web:
          image: web:1
          depends_on: [db]
          x-memory: {script: [print hello, print-error oops]}
      volumes:
        data: {}
      """;

  @TempDir Path folder;

  private final String held = UUID.randomUUID().toString();
  private final MemoryEngine engine = HeldEngineProvider.engine(held);
  private Call call;

  @BeforeEach
  void write() {
    call =
        Call.in(folder)
            .env("JCOMPOSE_ENGINE", "held")
            .env(HeldEngineProvider.VARIABLE, held)
            // One thing at a time: progress then comes in one order.
            .env("COMPOSE_PARALLEL_LIMIT", "1")
            .file("compose.yaml", SHOP);
    engine.addImage("db:1", "sha256:db");
    engine.addImage("web:1", "sha256:web");
  }

  @AfterEach
  void close() {
    engine.close();
  }

  /** Interrupts when the web has started and, if told to, again while that is being stopped. */
  private record WhenStarted(MemoryEngine engine, @Nullable Hold stop) implements Interrupts {
    @Override
    public <T> T during(Runnable action, Supplier<T> work) {
      Subscription events = engine.events("shop", event -> heard(event, action));
      try {
        return work.get();
      } finally {
        events.close();
      }
    }

    private void heard(EngineEvent event, Runnable action) {
      if (event.kind() != Kind.STARTED || !event.service().equals("web")) {
        return;
      }
      action.run();
      if (stop != null) {
        try {
          stop.awaitReached(Duration.ofMinutes(1));
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
        action.run();
        stop.release();
      }
    }
  }

  @Test
  void upMakesTheProjectAndSaysWhatItDoes() {
    Said said = call.run("up", "-d");
    assertThat(said.out()).isEmpty();
    assertThat(said.err().lines())
        .containsExactlyInAnyOrder(
            "network shop_default: created",
            "volume shop_data: created",
            "container shop-db-1: created",
            "container shop-web-1: created",
            "container shop-db-1: started",
            "container shop-web-1: started");
    assertThat(said.code()).isZero();
    assertThat(call.run("up", "-d")).isEqualTo(new Said(0, "", ""));
  }

  @Test
  void planSaysWhatUpWouldDoAndTellsScriptsWhetherThereIsAnything() {
    Said before = call.run("plan", "--detailed-exitcode");
    assertThat(before.code()).isEqualTo(2);
    assertThat(before.out()).contains("create container shop-db-1: it does not exist (after ");
    assertThat(engine.history()).isEmpty();
    call.run("up", "-d");
    Said after = call.run("plan", "--detailed-exitcode");
    assertThat(after.code()).isZero();
    assertThat(after.out()).startsWith("nothing to do\nkeep ");
  }

  @Test
  void psListsContainersAsDockerComposeDoes() {
    call.run("up", "-d");
    engine.exit("shop-db-1", 3);
    assertThat(call.run("ps", "-a").out())
        .isEqualTo(
            """
            NAME         IMAGE     COMMAND   SERVICE   CREATED              STATUS                          PORTS
            shop-db-1    db:1      ""        db        About a minute ago   Exited (3) About a minute ago
            shop-web-1   web:1     ""        web       About a minute ago   Up About a minute
            """);
    assertThat(call.run("ps", "--services").out()).isEqualTo("web\n");
    assertThat(call.run("ps", "--status", "exited", "--services").out()).isEqualTo("db\n");
    assertThat(call.run("ps", "-q", "web").out().lines()).hasSize(1);
  }

  @Test
  void psAsJsonHasTheFieldsOfDockerCompose() {
    call.run("up", "-d");
    String id = call.run("ps", "-q", "web").out().strip();
    assertThat(call.run("ps", "--format", "json", "--no-trunc", "web").out())
        .startsWith("{\"Command\":\"\\\"\\\"\",\"CreatedAt\":\"2000-01-01 00:00:00 +0000 UTC\"")
        .contains(",\"ExitCode\":0,\"Health\":\"\",\"ID\":\"" + id + "\",\"Image\":\"web:1\",")
        .contains(",\"Name\":\"shop-web-1\",\"Names\":\"shop-web-1\",")
        .contains(",\"Project\":\"shop\",\"Publishers\":[],")
        .endsWith("\"Service\":\"web\",\"State\":\"running\",\"Status\":\"Up About a minute\"}\n");
  }

  @Test
  void logsComeWithTheContainersName() {
    call.run("up", "-d");
    assertThat(call.run("logs"))
        .isEqualTo(new Said(0, "db-1   | ready\nweb-1  | hello\nweb-1  | oops\n", ""));
    assertThat(call.run("logs", "--no-log-prefix", "--tail", "1", "web").out()).isEqualTo("oops\n");
    assertThat(call.run("logs", "-t", "db").out())
        .isEqualTo("db-1  | 2000-01-01T00:00:00.000000000Z ready\n");
    assertThat(call.run("logs", "wbe").err())
        .startsWith("there is no service 'wbe'\n  fix: the services are 'db', 'web'\n");
  }

  @Test
  void downRemovesTheProjectAndItsVolumesIfAskedTo() {
    call.run("up", "-d");
    assertThat(call.run("down").err().lines())
        .containsExactlyInAnyOrder(
            "container shop-web-1: stopped",
            "container shop-web-1: removed",
            "container shop-db-1: stopped",
            "container shop-db-1: removed",
            "network shop_default: removed");
    assertThat(call.run("down", "-v").err()).isEqualTo("volume shop_data: removed\n");
    assertThat(call.run("down").err()).isEqualTo("project 'shop': nothing to remove\n");
  }

  @Test
  void aProjectCanBeTakenDownByItsNameAlone() {
    call.run("up", "-d");
    Call elsewhere =
        Call.in(folder.resolve("/"))
            .env("JCOMPOSE_ENGINE", "held")
            .env(HeldEngineProvider.VARIABLE, held);
    assertThat(elsewhere.run("-p", "shop", "ps", "--services").out()).isEqualTo("db\nweb\n");
    assertThat(elsewhere.run("-p", "shop", "down").code()).isZero();
    assertThat(call.run("ps", "-aq").out()).isEmpty();
  }

  @Test
  void attachedUpPrintsWhatContainersWriteAndEndsWithTheLast() {
    call.file("compose.yaml", ended(SHOP));
    Said said = call.run("--progress", "quiet", "up");
    assertThat(said.out().lines())
        .containsExactlyInAnyOrder(
            "db-1   | ready",
            "db-1 exited with code 0",
            "web-1  | hello",
            "web-1  | oops",
            "web-1 exited with code 4");
    assertThat(said.err()).isEmpty();
    assertThat(said.code()).isZero();
  }

  @Test
  void theEndOfAContainerCanEndAllWithItsCode() {
    call.file(
        "compose.yaml",
        SHOP.replace("print ready]", "print ready, stop-code 7]")
            .replace("oops]", "oops, exit 4]"));
    assertThat(call.run("up", "--abort-on-container-exit").code()).isEqualTo(4);
    assertThat(engine.inspect("shop-db-1").status()).isEqualTo(Status.EXITED);
    assertThat(call.run("up", "--exit-code-from", "web").code()).isEqualTo(4);
    assertThat(call.run("up", "--exit-code-from", "db").code()).isEqualTo(7);
  }

  @Test
  void ctrlCStopsWhatAttachedUpStarted() {
    Said said = call.interruptedBy(new WhenStarted(engine, null)).run("up");
    assertThat(said.code()).isEqualTo(130);
    assertThat(said.err()).contains("stopping; press Ctrl-C again to kill\n");
    assertThat(engine.inspect("shop-web-1").status()).isEqualTo(Status.EXITED);
    assertThat(engine.inspect("shop-db-1").status()).isEqualTo(Status.EXITED);
    assertThat(engine.history()).contains("stop container shop-db-1");
  }

  @Test
  void theSecondCtrlCKills() {
    Hold stop = engine.hold(org.jcompose.engine.memory.Call.STOP_CONTAINER, "shop-web-1");
    Said said = call.interruptedBy(new WhenStarted(engine, stop)).run("up");
    assertThat(said.code()).isEqualTo(130);
    assertThat(said.err().lines()).contains("stopping; press Ctrl-C again to kill", "killing");
    assertThat(engine.history()).contains("kill container shop-db-1", "kill container shop-web-1");
  }

  @Test
  void aFailureSaysWhoIsGuiltyAndWhatItLeftUndone() {
    call.file(
        "compose.yaml",
        """
        name: shop
        services:
          db:
            image: db:1
            healthcheck: {test: [CMD, check]}
            x-memory: {script: [starting, print no space left, sleep 1s, exit 1]}
          web:
            image: web:1
            depends_on: {db: {condition: service_healthy}}
        """);
    Said said = call.run("--progress", "quiet", "up", "-d");
    assertThat(said)
        .isEqualTo(
            new Said(
                1,
                "",
                """
                container 'shop-db-1' of service 'db' ended with exit code 1
                  its last lines:
                    no space left
                  not started because of it: 'shop-web-1'
                """));
  }

  @Test
  void optionsThatExcludeOneAnotherAreRefused() {
    assertThat(call.run("up", "--force-recreate", "--no-recreate").err())
        .startsWith("'--force-recreate' and '--no-recreate' exclude one another\n");
    assertThat(call.run("up", "-d", "--abort-on-container-exit").err())
        .startsWith("'--abort-on-container-exit' and '--detach' exclude one another\n");
    assertThat(call.run("up", "--scale", "web").err())
        .startsWith("'--scale' takes SERVICE=NUMBER, not 'web'\n");
    assertThat(call.run("down", "web").code()).isEqualTo(2);
    assertThat(engine.history()).isEmpty();
  }

  @Test
  void progressComesAsJsonForPrograms() {
    assertThat(call.run("--progress", "json", "up", "-d").err().lines())
        .contains("{\"event\":\"planned\",\"steps\":6}")
        .anyMatch(
            line ->
                line.matches(
                    "\\{\"event\":\"done\",\"step\":\"start container shop-db-1\","
                        + "\"activity\":\"starting\",\"subject\":\"container shop-db-1\","
                        + "\"service\":\"db\",\"detail\":\"\",\"millis\":\\d+}"));
  }

  private static String ended(String shop) {
    return shop.replace("[print ready]", "[print ready, exit 0]")
        .replace("print-error oops]", "print-error oops, exit 4]");
  }
}
