package org.jcompose.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTests {

  private final Moments moments =
      new Moments(Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneId.of("Europe/Vienna")));

  @ParameterizedTest
  @CsvSource({
    "10m, 2026-01-31T11:50:00Z",
    "1h30m, 2026-01-31T10:30:00Z",
    "1.5s, 2026-01-31T11:59:58.500Z",
    "2026-01-30T01:02:03Z, 2026-01-30T01:02:03Z",
    "2026-01-30T01:02:03.5+02:00, 2026-01-29T23:02:03.500Z",
    "2026-01-30T01:02:03, 2026-01-30T00:02:03Z",
    "2026-01-30T01:02, 2026-01-30T00:02:00Z",
    "2026-01-30, 2026-01-29T23:00:00Z",
    "1700000000, 2023-11-14T22:13:20Z",
    "1700000000.25, 2023-11-14T22:13:20.250Z"
  })
  void everyFormOfDockerIsRead(String text, Instant moment) {
    assertThat(moments.read(text)).isEqualTo(moment);
  }

  @Test
  void whatIsNoMomentIsSaidWithAnExample() {
    assertThatThrownBy(() -> moments.read("yesterday"))
        .hasMessage(
            "'yesterday' is neither a time like '2026-01-31T12:00:00Z' nor how long ago, like '10m'");
  }
}
