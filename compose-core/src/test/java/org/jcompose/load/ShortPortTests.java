package org.jcompose.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortPortTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "80 = *:->80/tcp",
        "8080:80 = *:8080->80/tcp",
        "8080:80/UDP = *:8080->80/udp",
        "127.0.0.1:8080:80 = 127.0.0.1:8080->80/tcp",
        "127.0.0.1::80 = 127.0.0.1:->80/tcp",
        "[::1]:8080:80 = ::1:8080->80/tcp",
        "::1:8080:80 = ::1:8080->80/tcp",
        "9-10 = *:->10/tcp *:->9/tcp",
        "8080-8081:80-81 = *:8080->80/tcp *:8081->81/tcp",
        "8000-9000:80 = *:8000-9000->80/tcp",
        "65535:65535/sctp = *:65535->65535/sctp",
      })
  void readsEveryForm(String text, String expected) {
    ShortPort port = ShortPort.parse(text);
    assertThat(port.problem()).isNull();
    assertThat(port.targets().stream().map(ShortPortTests::print).collect(Collectors.joining(" ")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      quoteCharacter = '"',
      value = {
        "nothing = 'nothing' is no container port",
        "web = 'web' is no container port",
        "65536 = '65536' is no container port",
        "2-1 = '2-1' is no container port",
        "x:80 = 'x' is no host port",
        "host:80:80 = 'host' is no IP address",
        "80/http = 'http' is not one of tcp, udp and sctp",
        "1-2:1-3 = the ranges '1-2' and '1-3' differ in size",
      })
  void saysWhatIsWrong(String text, String expected) {
    assertThat(ShortPort.parse(text).problem()).isEqualTo(expected);
  }

  private static String print(ShortPort.Target port) {
    String host = port.hostIp() == null ? "*" : port.hostIp();
    String published = port.published() == null ? "" : port.published();
    return host + ":" + published + "->" + port.target() + "/" + port.protocol();
  }
}
