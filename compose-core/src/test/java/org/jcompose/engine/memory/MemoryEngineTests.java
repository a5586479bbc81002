package org.jcompose.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.engine.ContainerState.Health;
import org.jcompose.engine.ContainerState.Status;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.EngineProvider;
import org.jcompose.engine.EngineSettings;
import org.jcompose.engine.Finding;
import org.jcompose.model.Healthcheck;
import org.jcompose.model.Project;
import org.jcompose.model.Service;
import org.junit.jupiter.api.Test;

class MemoryEngineTests {

  private final VirtualTime time = new VirtualTime();
  private final MemoryEngine engine = MemoryEngine.builder().time(time).build();

  @Test
  void scriptGoesOnAsTimePasses() {
    start(Map.of("script", List.of("sleep 1m30s", "exit 3")));
    time.advance(Duration.ofSeconds(89));
    assertThat(engine.inspect("web").isRunning()).isTrue();
    time.advance(Duration.ofSeconds(1));
    assertThat(engine.inspect("web").exitCode()).isEqualTo(3);
    assertThat(engine.inspect("web").finishedAt()).isEqualTo(VirtualTime.START.plusSeconds(90));
  }

  @Test
  void scriptOfAnEarlierStartIsOver() {
    start(Map.of("script", List.of("sleep 10s", "exit 1")));
    time.advance(Duration.ofSeconds(5));
    engine.stopContainer("web", null);
    engine.startContainer("web");
    time.advance(Duration.ofSeconds(9));
    assertThat(engine.inspect("web").isRunning()).isTrue();
    time.advance(Duration.ofSeconds(1));
    assertThat(engine.inspect("web").exitCode()).isEqualTo(1);
  }

  @Test
  void healthFollowsAFlag() {
    start(Map.of("healthy-while", "db-is-up"));
    assertThat(engine.inspect("web").health()).isEqualTo(Health.STARTING);
    engine.raise("db-is-up");
    assertThat(engine.inspect("web").health()).isEqualTo(Health.HEALTHY);
    engine.lower("db-is-up");
    time.advance(Duration.ofSeconds(90));
    assertThat(engine.inspect("web").health()).isEqualTo(Health.UNHEALTHY);
  }

  @Test
  void callsFailAsTheServiceSays() {
    assertThatThrownBy(() -> start(Map.of("fail", Map.of("start", "port 80 is taken"))))
        .isInstanceOf(EngineException.class)
        .hasMessage("port 80 is taken");
    assertThat(engine.inspect("web").status()).isEqualTo(Status.CREATED);
    assertThat(engine.history()).containsExactly("create container web", "start container web");
  }

  @Test
  void whatIsNotUnderstoodIsRefused() {
    assertThat(findings(Map.of("script", List.of("dance"))))
        .containsExactly("'x-memory' of service 'web' is wrong: 'dance' is not a statement");
    assertThat(findings(Map.of("script", List.of("sleep long"))))
        .containsExactly(
            "'x-memory' of service 'web' is wrong: 'long' is not a duration such as '1m30s'");
    assertThat(findings(Map.of("speed", 3)))
        .containsExactly("'x-memory' of service 'web' is wrong: 'speed' is not known");
    assertThat(findings(Map.of("delay", Map.of("dance", "1s"))))
        .containsExactly("'x-memory' of service 'web' is wrong: 'dance' is not a call");
    assertThat(findings(Map.of("script", List.of("exit 0")))).isEmpty();
  }

  @Test
  void alarmsGoOffInTheirOrderUnlessCalledOff() {
    List<String> heard = new ArrayList<>();
    time.after(Duration.ofSeconds(2), () -> heard.add("two"));
    time.after(Duration.ofSeconds(1), () -> heard.add("one"));
    time.after(Duration.ofSeconds(1), () -> heard.add("one again"));
    time.after(Duration.ofSeconds(1), () -> heard.add("never")).close();
    time.advance(Duration.ofSeconds(3));
    assertThat(heard).containsExactly("one", "one again", "two");
    assertThat(time.now()).isEqualTo(VirtualTime.START.plusSeconds(3));
  }

  @Test
  void providerOffersItByNameOnly() {
    EngineProvider provider = new MemoryEngineProvider();
    EngineSettings settings = new EngineSettings(Map.of(), Path.of("/"), Map.of());
    assertThat(provider.isAutomatic()).isFalse();
    assertThat(provider.endpoints(settings).get(0).open().identity().provider())
        .isEqualTo(provider.name());
  }

  private void start(Map<String, Object> memory) {
    engine.createContainer(
        new ContainerSpec("test", service(memory), 1, "web", Map.of(), Map.of(), List.of()));
    engine.startContainer("web");
  }

  private Stream<String> findings(Map<String, Object> memory) {
    Map<String, Service> services = Map.of("web", service(memory));
    Project project = Project.builder("test", Path.of("/")).services(services).build();
    return engine.review(project).stream().map(Finding::message);
  }

  private static Service service(Map<String, Object> memory) {
    return Service.builder("web")
        .healthcheck(new Healthcheck(List.of("CMD", "check"), null, null, null, null, null, false))
        .extensions(Map.of("x-memory", memory))
        .build();
  }
}
