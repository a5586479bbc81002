package org.jcompose.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestartPolicyTests {

  private static final Duration SHORT = Duration.ofMillis(5);

  @Test
  void delayDoublesUpToAMinute() {
    List<Long> delays = new ArrayList<>();
    Duration delay = null;
    for (int i = 0; i < 12; i++) {
      delay = RestartPolicy.delay(delay, SHORT);
      delays.add(delay.toMillis());
    }
    assertThat(delays)
        .containsExactly(
            100L, 200L, 400L, 800L, 1600L, 3200L, 6400L, 12800L, 25600L, 51200L, 60000L, 60000L);
  }

  @Test
  void delayBeginsAnewAfterARunOfTenSeconds() {
    Duration previous = Duration.ofMinutes(1);
    assertThat(RestartPolicy.delay(previous, Duration.ofSeconds(10))).hasMillis(100);
    assertThat(RestartPolicy.delay(previous, Duration.ofMillis(9_999))).hasMillis(60_000);
  }

  @Test
  void policiesBringBackFromWhatTheySay() {
    assertThat(ends("no")).isEmpty();
    assertThat(ends("always")).containsExactly("0", "1", "unknown");
    assertThat(ends("unless-stopped")).containsExactly("0", "1", "unknown");
    assertThat(ends("on-failure")).containsExactly("1", "unknown");
    assertThat(ends("on-failure:3")).containsExactly("1", "unknown");
  }

  @Test
  void onFailureGivesUpAtItsLimit() {
    RestartPolicy policy = RestartPolicy.parse("on-failure:3");
    assertThat(policy.bringsBack(1, 2)).isTrue();
    assertThat(policy.bringsBack(1, 3)).isFalse();
  }

  private static List<String> ends(String text) {
    RestartPolicy policy = RestartPolicy.parse(text);
    List<String> ends = new ArrayList<>();
    for (Integer code : new Integer[] {0, 1, null}) {
      if (policy.bringsBack(code, 0)) {
        ends.add(code == null ? "unknown" : code.toString());
      }
    }
    return ends;
  }
}
