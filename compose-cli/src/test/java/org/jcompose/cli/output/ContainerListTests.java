package org.jcompose.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jcompose.engine.ContainerState;
import org.jcompose.engine.ContainerState.Health;
import org.jcompose.engine.ContainerState.Status;
import org.junit.jupiter.api.Test;

class ContainerListTests {

  private static final Instant NOW = Instant.parse("2000-01-01T00:05:00Z");

  @Test
  void statusIsInTheEnginesOwnWordsWhereItHasAny() {
    ContainerState web =
        container("p-web-1", Status.RUNNING, Health.HEALTHY, "Up 2 minutes (healthy)");
    ContainerState job = container("p-job-1", Status.EXITED, Health.NONE, "Exited (3) 9 hours ago");
    ContainerState own = container("p-own-1", Status.RUNNING, Health.STARTING, null);
    ContainerState mute = container("p-mute-1", Status.RUNNING, Health.NONE, "");
    List<ContainerState> all = List.of(web, job, own, mute);
    assertThat(new ContainerList(all, NOW, ZoneOffset.UTC, true).table())
        .isEqualTo(
            """
            NAME       IMAGE     COMMAND       SERVICE   CREATED         STATUS                            PORTS
            p-web-1    web:1     "sleep 100"   web       5 minutes ago   Up 2 minutes (healthy)
            p-job-1    web:1     "sleep 100"   web       5 minutes ago   Exited (3) 9 hours ago
            p-own-1    web:1     "sleep 100"   web       5 minutes ago   Up 4 minutes (health: starting)
            p-mute-1   web:1     "sleep 100"   web       5 minutes ago   Up 4 minutes
            """);
  }

  private static ContainerState container(
      String name, Status status, Health health, String statusText) {
    return new ContainerState(
        "0123456789abcdef",
        name,
        "web",
        1,
        false,
        "web:1",
        "sha256:web",
        status,
        health,
        null,
        false,
        null,
        NOW.minusSeconds(300),
        NOW.minusSeconds(240),
        null,
        null,
        List.of(),
        List.of(),
        Map.of(),
        "sleep 100",
        statusText);
  }
}
