package org.jcompose.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.jcompose.engine.docker.Refusal.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTests {

  private static final String ID = "0123456789abcdef".repeat(4);

  /** What engines said when they were asked for what they cannot do. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          driver failed programming external connectivity on endpoint x (<id>): Bind for 0.0.0.0:8080 failed: port is already allocated | CONFLICT | port 8080 is already in use on the host
          failed to set up container networking: driver failed: failed to bind host port 127.0.0.1:8080/tcp: address already in use | CONFLICT | port 8080 is already in use on the host
          driver failed programming external connectivity on endpoint x: Bind for :::8080 failed: port is already allocated | CONFLICT | port 8080 is already in use on the host
          cannot listen on the TCP port: listen tcp4 :8080: bind: address already in use | CONFLICT | port 8080 is already in use on the host
          crun: executable file `nope` not found in $PATH: No such file or directory | OTHER | cannot do it: its image has no program 'nope'
          failed to find image nginx:99: docker.io/library/nginx:99: No such image | NOT_FOUND | image 'nginx:99' is not there
          rootlessport listen tcp [::]:8080: bind: address already in use | CONFLICT | port 8080 is already in use on the host
          Conflict. The container name "/p-web-1" is already in use by container "<id>". You have to remove (or rename) that container | CONFLICT | container name 'p-web-1' is already in use
          No such image: nginx:99 | NOT_FOUND | image 'nginx:99' is not there
          No such container: p-web-1 | NOT_FOUND | container 'p-web-1' is not there
          no container with name or ID "p-web-1" found: no such container | NOT_FOUND | container 'p-web-1' is not there
          network p_none not found | NOT_FOUND | network 'p_none' is not there
          invalid mount config for type "bind": bind source path does not exist: /no/such | OTHER | bind source '/no/such' does not exist
          OCI runtime create failed: runc create failed: unable to start container process: exec: "nope": executable file not found in $PATH: unknown | OTHER | cannot do it: its image has no program 'nope'
          Pool overlaps with other one on this address space | CONFLICT | cannot do it: its subnet overlaps with that of another network
          could not find an available, non-overlapping IPv4 address pool among the defaults to assign to the network | OTHER | cannot do it: the engine has no free subnet left
          error while removing network: network p_net id <id> has active endpoints | CONFLICT | cannot do it: containers are still connected to it
          remove p_data: volume is in use - [<id>] | CONFLICT | cannot do it: a container still uses it
          pull access denied for nobody/nothing, repository does not exist or may require 'docker login' | NOT_FOUND | cannot do it: there is no such image, or it needs a login
          something new. | OTHER | cannot do it: something new
          """)
  void isSaidInAUsersWords(String said, Kind kind, String message) {
    String body = "{\"message\": \"" + said.replace("\"", "\\\"").replace("<id>", ID) + "\"}\n";
    Refusal refusal = Refusal.of("do it", 500, body);
    assertThat(refusal.message()).isEqualTo(message);
    assertThat(refusal.kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"404, NOT_FOUND", "409, CONFLICT", "400, OTHER", "500, OTHER"})
  void statusTellsTheKindOfWhatIsNotKnown(int status, Kind kind) {
    assertThat(Refusal.of("do it", status, "plain text"))
        .isEqualTo(new Refusal(kind, "cannot do it: plain text", null));
  }
}
