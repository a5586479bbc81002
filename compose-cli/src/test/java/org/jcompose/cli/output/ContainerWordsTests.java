package org.jcompose.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jcompose.engine.ContainerState.Binding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerWordsTests {

  @ParameterizedTest
  @CsvSource({
    "PT0.9S, Less than a second",
    "PT1S, 1 second",
    "PT59S, 59 seconds",
    "PT60S, About a minute",
    "PT59M, 59 minutes",
    "PT89M, About an hour",
    "PT90M, 2 hours",
    "PT47H, 47 hours",
    "PT48H, 2 days",
    "P14D, 2 weeks",
    "P60D, 2 months",
    "P730D, 2 years"
  })
  void agesAreThoseOfDocker(Duration age, String words) {
    assertThat(Ages.words(age)).isEqualTo(words);
  }

  @Test
  void neighbouringPortsAreOneRange() {
    assertThat(
            PortWords.of(
                List.of(
                    new Binding("0.0.0.0", 8001, 81, "tcp"),
                    new Binding("0.0.0.0", 8000, 80, "tcp"),
                    new Binding("::", 8000, 80, "tcp"),
                    new Binding("0.0.0.0", 9000, 90, "tcp"),
                    new Binding("", 0, 53, "udp"))))
        .isEqualTo("0.0.0.0:8000-8001->80-81/tcp, 0.0.0.0:9000->90/tcp, [::]:8000->80/tcp, 53/udp");
  }
}
