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
  void theFirstListThatIsAskedForIsPrinted() {
    assertThat(config("--images", "--hash", "*", "--networks", "--volumes").out())
        .isEqualTo("data\n");
    assertThat(config("--models")).isEqualTo(new Said(0, "", ""));
  }

  @Test
  void theEnvironmentIsWhatFilesCanUse() {
    assertThat(config("--environment").out())
        .isEqualTo("COMPOSE_PROJECT_NAME=shop\nPWD=%s\nTAG=7\n".formatted(folder));
  }

  @Test
  void usedVariablesAreATableOrJson() {
    String files =
        "services: {a: {image: '${IMAGE:?need}', hostname: '${HOST:-h${N+1}}', user: $HOST}}";
    Call call = Call.in(folder).file("other.yaml", files);
    assertThat(call.run("-f", "other.yaml", "config", "--variables"))
        .isEqualTo(
            new Said(
                0,
                """
                NAME                REQUIRED            DEFAULT VALUE       ALTERNATE VALUE
                HOST                false               h${N+1}
                IMAGE               true
                N                   false                                   1
                """,
                ""));
    assertThat(call.run("-f", "other.yaml", "config", "--variables", "--format", "json").out())
        .startsWith(
            """
            {
                "HOST": {
                    "Name": "HOST",
                    "DefaultValue": "h${N+1}",
                    "PresenceValue": "",
                    "Required": false
                },
            """);
  }

  @Test
  void variablesStayAsTheyAreIfAskedFor() {
    Call call =
        Call.in(folder)
            .file(
                "base.yaml",
                """
                name: shop
                services:
                  web:
                    image: nginx:${TAG:?}
                    command: echo $$HOME ${WHO}
                    environment: ["A=${A}"]
                    ports: ["80${P}:80", "81:81"]
                    scale: ${N}
                    depends_on: [api]
                  api:
                    image: api
                    ports: ["82:82"]
                    networks: [back]
                networks:
                  back: {external: "${E}"}
                """)
            .file("more.yaml", "services: {web: {environment: {B: $$1}}}");
    assertThat(call.run("-f", "base.yaml", "-f", "more.yaml", "config", "--no-interpolate"))
        .isEqualTo(
            new Said(
                0,
                """
                name: shop
                networks:
                  back:
                    external: ${E}
                    name: shop_back
                  default:
                    name: shop_default
                services:
                  api:
                    image: api
                    networks:
                      back: null
                    ports:
                      - mode: ingress
                        protocol: tcp
                        published: "82"
                        target: 82
                  web:
                    command: echo $$HOME ${WHO}
                    depends_on:
                      api:
                        condition: service_started
                        required: true
                    environment:
                      A: ${A}
                      B: $$1
                    image: nginx:${TAG:?}
                    networks:
                      default: null
                    ports:
                      - 80${P}:80
                      - 81:81
                    scale: ${N}
                """,
                ""));
  }

  @Test
  void anUnknownFormatIsAMistakeOnTheCommandLine() {
    Said said = config("--format", "xml");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).startsWith("'xml' is not one of 'yaml', 'json'\n");
  }

  @Test
  void namesAndPathsStayAsTheyAreWrittenIfAskedFor() {
    assertThat(config("--no-normalize", "--no-path-resolution", "api").out())
        .endsWith("networks:\n  back: {}\nvolumes:\n  data: {}\n");
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
