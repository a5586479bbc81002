package org.jcompose.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jcompose.engine.EngineEvent.Kind;
import org.jcompose.engine.LogLine.Stream;
import org.junit.jupiter.api.Test;

/** What every engine's streams of events and log lines do: a part of {@link EngineContract}. */
abstract class StreamsContract extends EngineFixture {

  private static final Program RUNS = Program.runsUntilStopped();

  @Test
  void eventsTellALifeInOrder() {
    Recorder<EngineEvent> events = listen();
    String name = up(service("web", RUNS));
    engine.stopContainer(name, null);
    engine.removeContainer(name, true);
    awaitKind(events, Kind.REMOVED, 1);
    // Some engines also tell when a restart policy has had its turn.
    assertThat(kinds(events.all()))
        .filteredOn(kind -> kind != Kind.SETTLED)
        .containsExactly(Kind.CREATED, Kind.STARTED, Kind.DIED, Kind.REMOVED);
    assertThat(events.all()).extracting(EngineEvent::containerName).containsOnly(name);
    assertThat(events.all()).extracting(EngineEvent::service).containsOnly("web");
  }

  @Test
  void noEventAfterSubscribingIsMissed() {
    Recorder<EngineEvent> events = listen();
    for (int i = 0; i < 10; i++) {
      started(service("job" + i, Program.exits(i)));
    }
    awaitKind(events, Kind.DIED, 10);
    assertThat(events.all())
        .filteredOn(event -> event.kind() == Kind.DIED)
        .allSatisfy(event -> assertThat(event.service()).isEqualTo("job" + event.exitCode()));
  }

  @Test
  void eventsBeforeSubscribingAreNotHeard() {
    ran("before", Program.exits(0));
    Recorder<EngineEvent> events = listen();
    ran("after", Program.exits(0));
    awaitKind(events, Kind.DIED, 1);
    assertThat(events.all()).extracting(EngineEvent::service).containsOnly("after");
  }

  @Test
  void eachSubscriberHearsEachEvent() {
    Recorder<EngineEvent> one = listen();
    Recorder<EngineEvent> two = listen();
    ran("job", Program.exits(0));
    awaitKind(one, Kind.DIED, 1);
    awaitKind(two, Kind.DIED, 1);
    assertThat(kinds(one.all())).isEqualTo(kinds(two.all()));
  }

  @Test
  void eventsOfOtherProjectsAreNotHeard() {
    String other = anotherProject();
    Recorder<EngineEvent> events = listen();
    Recorder<EngineEvent> others = listen(other);
    engine.createContainer(spec(other, service("theirs", RUNS).build(), Map.of()));
    awaitKind(others, Kind.CREATED, 1);
    engine.createContainer(spec(service("ours", RUNS)));
    awaitKind(events, Kind.CREATED, 1);
    assertThat(events.all()).extracting(EngineEvent::service).containsExactly("ours");
  }

  @Test
  void closedSubscriptionHearsNoMore() {
    List<EngineEvent> heard = new ArrayList<>();
    Subscription subscription = engine.events(project, heard::add);
    Recorder<EngineEvent> events = listen();
    subscription.close();
    awaitEnd(subscription);
    ran("job", Program.exits(0));
    awaitKind(events, Kind.DIED, 1);
    assertThat(heard).isEmpty();
    assertThatCode(subscription::close).doesNotThrowAnyException();
  }

  @Test
  void closingTheEngineEndsItsSubscriptionsAndNothingElse() {
    String name = up(service("web", RUNS));
    Subscription events = engine.events(project, event -> {});
    Subscription logs = engine.logs(name, LogRequest.following(), line -> {});
    engine.close();
    awaitEnd(events);
    awaitEnd(logs);
    try (ContainerEngine again = open()) {
      assertThat(again.inspect(name).isRunning()).isTrue();
    }
  }

  @Test
  void linesComeInOrderByStream() {
    String name =
        ran("job", Program.exits(0).printing("one", "", "drei ä €").printingErrors("oops"));
    List<LogLine> lines = logs(name, LogRequest.all());
    assertThat(texts(lines, Stream.OUT)).containsExactly("one", "", "drei ä €");
    assertThat(texts(lines, Stream.ERR)).containsExactly("oops");
    assertThat(lines).extracting(LogLine::container).containsOnly(engine.inspect(name).id());
  }

  @Test
  void tailGivesTheLastLines() {
    String name = ran("job", Program.exits(0).printing("one", "two", "three"));
    assertThat(texts(logs(name, LogRequest.last(2)))).containsExactly("two", "three");
    assertThat(logs(name, LogRequest.last(0))).isEmpty();
  }

  @Test
  void followingEndsWithTheContainer() {
    String name = up(service("web", RUNS));
    Recorder<LogLine> lines = new Recorder<>();
    Subscription following = engine.logs(name, LogRequest.following(), lines::add);
    lines.awaitAny("line 'up'", line -> line.text().equals(Program.UP));
    engine.stopContainer(name, null);
    awaitEnd(following);
    assertThat(texts(lines.all())).containsExactly(Program.UP);
  }

  @Test
  void notFollowingEndsWithTheLinesSoFar() {
    String name = up(service("web", RUNS));
    assertThat(texts(logs(name, LogRequest.all()))).containsExactly(Program.UP);
  }

  @Test
  void closedLogEndsWhileTheContainerRunsOn() {
    String name = up(service("web", RUNS));
    Subscription following = engine.logs(name, LogRequest.following(), line -> {});
    following.close();
    awaitEnd(following);
    assertThat(engine.inspect(name).isRunning()).isTrue();
  }

  @Test
  void longLineIsOneLine() {
    String text = "0123456789".repeat(4_000);
    String name = ran("job", Program.exits(0).printing(text, "next"));
    assertThat(texts(logs(name, LogRequest.all()))).containsExactly(text, "next");
  }

  @Test
  void lastLineNeedsNoLineFeed() {
    String name = ran("job", Program.exits(0).printing("one").printingUnterminated("last words"));
    assertThat(texts(logs(name, LogRequest.all()))).containsExactly("one", "last words");
  }

  @Test
  void containerThatNeverRanHasNoLines() {
    engine.createContainer(spec(service("web", RUNS)));
    assertThat(logs(nameOf("web"), LogRequest.all())).isEmpty();
  }
}
