package org.jcompose.engine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jcompose.engine.ContainerState.Binding;
import org.jcompose.engine.ContainerState.Health;
import org.junit.jupiter.api.Test;

class WireTests {

  private static final Instant TIME = Instant.parse("2025-01-02T03:04:05.678901234Z");

  @Test
  void recordsComeBackAsTheyWere() throws IOException {
    ContainerRecord record = record();
    assertThat(Wire.read(ContainerRecord.class, Wire.write(record))).isEqualTo(record);
  }

  @Test
  void requestsComeBackAsTheyWere() throws IOException {
    Request stop = new Request.Stop("a", Duration.ofMillis(1500));
    assertThat(stop.text())
        .isEqualTo("{\"request\":\"Stop\",\"of\":{\"id\":\"a\",\"timeout\":\"PT1.5S\"}}");
    assertThat(Request.parse(stop.text())).isEqualTo(stop);
    Request create = new Request.Create(record().launch());
    assertThat(Request.parse(create.text())).isEqualTo(create);
  }

  @Test
  void textIsOneLineWhateverItHolds() {
    String text = Wire.write(new Names.Holder("a\nb\r\"", "\u2028ü"));
    assertThat(text.lines()).hasSize(1);
  }

  @Test
  void whatIsNoSuchRecordIsRefused() {
    assertThatThrownBy(() -> Wire.read(Names.Holder.class, "7")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> Wire.read(Names.Holder.class, "{\"id\":"))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> Request.parse("{\"request\":\"Nope\"}"))
        .isInstanceOf(IOException.class);
  }

  private static ContainerRecord record() {
    Launch.HealthTest health =
        new Launch.HealthTest(
            List.of("true"),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            3,
            Duration.ZERO,
            Duration.ofMillis(5));
    Launch launch =
        new Launch(
            "id",
            "p-web-1",
            "p",
            "web",
            1,
            Map.of("a", "b"),
            new Launch.Program(List.of("x", "y z"), "/", Map.of("A", "\u00e4"), Map.of()),
            List.of(new Launch.Publication(80, null, null, "tcp")),
            List.of("db"),
            List.of("data"),
            health,
            "always",
            "TERM",
            Duration.ofSeconds(10));
    ContainerRecord.Run run =
        new ContainerRecord.Run(42, TIME, TIME, null, null, Health.STARTING, null);
    return ContainerRecord.created(launch, List.of(new Binding("127.0.0.1", 8080, 80, "tcp")), TIME)
        .running(run);
  }
}
