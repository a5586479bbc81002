package org.jcompose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jcompose.engine.ComposeLabels;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.LogLine;
import org.jcompose.engine.Recorder;
import org.jcompose.engine.memory.MemoryEngine;
import org.jcompose.engine.memory.VirtualTime;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogsTests {

  private final MemoryEngine engine = MemoryEngine.create();
  private final Compose compose = Compose.builder().projectName("shop").engine(engine).build();
  private final Heard heard = new Heard();

  private static final class Heard implements LogListener {
    final Recorder<String> recorder = new Recorder<>();

    @Override
    public void line(String container, LogLine line) {
      recorder.add(container + ": " + line.text());
    }

    @Override
    public void ended(String container, @Nullable Integer exitCode) {
      recorder.add(container + " ended with " + exitCode);
    }

    @Override
    public void broke(String container, EngineException reason) {
      recorder.add(container + " broke: " + reason.getMessage());
    }

    List<String> await(int size) {
      return recorder.await(size + " messages", all -> all.size() >= size);
    }
  }

  @AfterEach
  void close() {
    compose.close();
    engine.close();
  }

  private void create(String service, String... script) {
    Service made =
        Service.builder(service)
            .extensions(Map.of("x-memory", Map.of("script", List.of(script))))
            .build();
    Map<String, String> labels =
        Map.of(ComposeLabels.PROJECT, "shop", ComposeLabels.SERVICE, service);
    String name = "shop-" + service + "-1";
    engine.createContainer(new ContainerSpec("shop", made, 1, name, labels, Map.of(), List.of()));
  }

  private void start(String service) {
    engine.startContainer("shop-" + service + "-1");
  }

  private void pass(int seconds) {
    ((VirtualTime) engine.timekeeper()).advance(Duration.ofSeconds(seconds));
  }

  @Test
  void pastLinesComeByTimeAcrossContainers() {
    create("db", "print a", "sleep 2s", "print c", "exit 0");
    create("web", "sleep 1s", "print b", "sleep 2s", "print d");
    start("db");
    start("web");
    pass(10);
    compose.logs(LogOptions.all(), heard);
    assertThat(heard.recorder.all()).containsExactly("db-1: a", "web-1: b", "db-1: c", "web-1: d");
  }

  @Test
  void pastLinesAreThoseAskedFor() {
    create("db", "print a", "print b", "print c");
    create("web", "print d");
    start("db");
    start("web");
    compose.logs(new LogOptions(Set.of("db"), 2, null, null), heard);
    assertThat(heard.recorder.all()).containsExactly("db-1: b", "db-1: c");
  }

  @Test
  void followingReadsEachLineOnceAcrossRestarts() {
    create("db", "print begin", "sleep 1s", "print end", "exit 3");
    start("db");
    try (LogFollowing following = compose.follow(LogOptions.all(), heard)) {
      pass(1);
      heard.await(3);
      start("db");
      pass(1);
      following.expectStarted(List.of("shop-db-1"));
      following.awaitEnd();
    }
    assertThat(heard.recorder.all())
        .containsExactly(
            "db-1: begin",
            "db-1: end",
            "db-1 ended with 3",
            "db-1: begin",
            "db-1: end",
            "db-1 ended with 3");
  }

  @Test
  void followingFromNowOnLeavesOutWhatWasWrittenBefore() {
    create("old", "print written by old", "exit 0");
    create("running", "print written by running", "sleep 5s", "exit 0");
    start("old");
    start("running");
    pass(1);
    try (LogFollowing following = compose.follow(LogOptions.fromNowOn(Set.of()), heard)) {
      start("old");
      heard.await(2);
      create("late", "print written by late", "exit 1");
      start("late");
      heard.await(4);
      pass(5);
      following.awaitEnd();
    }
    assertThat(heard.recorder.all())
        .containsExactly(
            "old-1: written by old",
            "old-1 ended with 0",
            "late-1: written by late",
            "late-1 ended with 1",
            "running-1 ended with 0");
  }

  @Test
  void followingEndsAtOnceWhereNothingRuns() {
    create("db", "print a", "exit 0");
    start("db");
    try (LogFollowing following = compose.follow(LogOptions.all(), heard)) {
      following.awaitEnd();
    }
    assertThat(heard.recorder.all()).containsExactly("db-1: a");
  }
}
