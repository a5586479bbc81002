package org.jcompose.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.jcompose.engine.ContainerState.Health;
import org.jcompose.engine.ContainerState.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusTextTests {

  @ParameterizedTest
  @CsvSource({
    "created,    Created,                            CREATED,    NONE,      ",
    "running,    Up Less than a second,              RUNNING,    NONE,      ",
    "running,    Up 5 minutes (healthy),             RUNNING,    HEALTHY,   ",
    "running,    Up 5 minutes (unhealthy),           RUNNING,    UNHEALTHY, ",
    "running,    Up 3 seconds (health: starting),    RUNNING,    STARTING,  ",
    "running,    Up 3 seconds (starting),            RUNNING,    STARTING,  ",
    "paused,     Up 2 hours (Paused),                PAUSED,     NONE,      ",
    "restarting, Restarting (1) 4 seconds ago,       RESTARTING, NONE,      1",
    "exited,     Exited (0) About a minute ago,      EXITED,     NONE,      0",
    "exited,     Exited (137) 2 hours ago,           EXITED,     NONE,      137",
    "stopped,    Exited (0) 2 hours ago,             EXITED,     NONE,      0",
    "removing,   Removal In Progress,                REMOVING,   NONE,      ",
    "dead,       Dead,                               DEAD,       NONE,      ",
    "configured, Created,                            CREATED,    NONE,      ",
  })
  void isReadFromAList(String state, String text, Status status, Health health, Integer exitCode) {
    assertThat(StatusText.parse(state, text)).isEqualTo(new StatusText(status, health, exitCode));
  }
}
