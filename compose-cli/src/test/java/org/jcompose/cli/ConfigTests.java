package org.jcompose.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jcompose.cli.Call.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTests {

  private static final String SHOP =
      """
      name: shop
      services:
        web:
          image: nginx:${TAG:-1}
          depends_on: [api]
        api:
          image: api
          networks: [back]
          volumes: ["data:/data"]
        debug:
          image: busybox
          profiles: [tools]
      networks:
        back: {}
      volumes:
        data: {}
      """;

  @TempDir Path folder;

  private Said config(String... options) {
    String[] args = new String[options.length + 1];
    args[0] = "config";
    System.arraycopy(options, 0, args, 1, options.length);
    return Call.in(folder).file("compose.yaml", SHOP).env("TAG", "7").run(args);
  }

  @Test
  void onlyTheNamedServicesAndWhatTheyNeedAreShown() {
    assertThat(config("api"))
        .isEqualTo(
            new Said(
                0,
                """
                name: shop
                services:
                  api:
                    image: api
                    networks:
                      back: null
                    volumes:
                      - type: volume
                        source: data
                        target: /data
                        volume: {}
                networks:
                  back:
                    name: shop_back
                volumes:
                  data:
                    name: shop_data
                """,
                ""));
  }

  @Test
  void namesComeOneALine() {
    assertThat(config("--services").out()).isEqualTo("api\nweb\n");
    assertThat(config("--volumes").out()).isEqualTo("data\n");
    assertThat(config("--networks").out()).isEqualTo("back\ndefault\n");
    assertThat(config("--images").out()).isEqualTo("api\nnginx:7\n");
    assertThat(config("--profiles").out()).isEqualTo("tools\n");
    assertThat(config("--hash", "*").out()).matches("api [0-9a-f]{64}\nweb [0-9a-f]{64}\n");
    assertThat(config("--hash", "web").out()).matches("web [0-9a-f]{64}\n");
  }

  @Test
  void aNamedServiceTakesPartWhateverItsProfiles() {
    assertThat(config("debug").out()).startsWith("name: shop\nservices:\n  debug:\n");
  }

  @Test
  void theProjectGoesIntoAFileOrNowhere() throws IOException {
    assertThat(config("-o", "out.yaml")).isEqualTo(new Said(0, "", ""));
    assertThat(Files.readString(folder.resolve("out.yaml"))).isEqualTo(config().out());
    assertThat(config("-q")).isEqualTo(new Said(0, "", ""));
  }

  @Test
  void theProjectIsReadFromTheStandardInput() {
    Said said = Call.in(folder).input(SHOP).run("-f", "-", "config", "--images");
    assertThat(said).isEqualTo(new Said(0, "api\nnginx:1\n", ""));
  }

  @Test
  void aServiceThatThereIsNotIsNamed() {
    assertThat(config("--hash", "wbe"))
        .isEqualTo(
            new Said(
                1,
                "",
                """
                there is no service 'wbe'
                  fix: the services are 'api', 'debug', 'web'
                1 error
                """));
  }
}
