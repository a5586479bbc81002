package org.jcompose.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jcompose.model.Network;
import org.jcompose.model.NetworkUse;
import org.jcompose.model.Project;
import org.jcompose.model.Service;
import org.jcompose.model.Volume;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalFormTests {

  private static final Service WEB =
      Service.builder("web")
          .image("busybox")
          .command(List.of("echo", "$HOME", "<a> & b", "\u0001"))
          .networks(Map.of("default", NetworkUse.plain()))
          .scale(3)
          .build();

  private static final Project PROJECT =
      Project.builder("demo", Path.of("/demo"))
          .services(Map.of("web", WEB))
          .networks(Map.of("default", Network.of("default", "demo_default")))
          .volumes(Map.of("data", Volume.of("data", "demo_data")))
          .extensions(Map.of("x-a", List.of(List.of(), 1.0, "no")))
          .build();

  @Test
  void yamlIsWrittenAsDockerComposeDoes() {
    assertThat(CanonicalForm.yaml(PROJECT))
        .isEqualTo(
            """
            name: demo
            services:
              web:
                command:
                  - echo
                  - $$HOME
                  - <a> & b
                  - "\\x01"
                image: busybox
                networks:
                  default: null
                scale: 3
            networks:
              default:
                name: demo_default
            volumes:
              data:
                name: demo_data
            x-a:
              - []
              - 1
              - "no"
            """);
  }

  @Test
  void jsonIsWrittenAsDockerComposeDoes() {
    assertThat(CanonicalForm.json(PROJECT))
        .isEqualTo(
            """
            {
              "name": "demo",
              "networks": {
                "default": {
                  "name": "demo_default",
                  "ipam": {}
                }
              },
              "services": {
                "web": {
                  "command": [
                    "echo",
                    "$$HOME",
                    "\\u003ca\\u003e \\u0026 b",
                    "\\u0001"
                  ],
                  "entrypoint": null,
                  "image": "busybox",
                  "networks": {
                    "default": null
                  },
                  "scale": 3
                }
              },
              "volumes": {
                "data": {
                  "name": "demo_data"
                }
              },
              "x-a": [
                null,
                1,
                "no"
              ]
            }\
            """);
  }

  @Test
  void hashesAreTakenOfTextEscapedAsInGo() {
    assertThat(JsonText.compact(Map.of("k\u2028\u2029", "<>&\u0001\u001f\b\f\n\r\t\"\\/\u007fé")))
        .isEqualTo(
            "{\"k\\u2028\\u2029\":\"\\u003c\\u003e\\u0026\\u0001\\u001f"
                + "\\b\\f\\n\\r\\t\\\"\\\\/\u007fé\"}");
  }

  @Test
  void hashesAreThoseOfDockerCompose() {
    Service service =
        Service.builder("serviceB")
            .image("alpine:3.12")
            .networks(Map.of("default", NetworkUse.plain()))
            .build();
    assertThat(ConfigHash.of(service))
        .isEqualTo("82de43546099b7aa6dfc4dc77aef2cebf60ba074d11c0a576a8faf3660867cec");
  }

  @Test
  void hashesLeaveOutWhatNeedsNoNewContainer() {
    Service scaled = WEB.toBuilder().scale(7).profiles(List.of("p")).build();
    assertThat(ConfigHash.of(scaled)).isEqualTo(ConfigHash.of(WEB));
    assertThat(ConfigHash.of(WEB.toBuilder().image("other").build()))
        .isNotEqualTo(ConfigHash.of(WEB));
  }

  @Test
  void aVolumeWithoutADriverHashesAsALocalOne() {
    Volume local = new Volume("data", "demo_data", false, "local", Map.of(), Map.of());
    assertThat(ConfigHash.of(Volume.of("data", "demo_data"))).isEqualTo(ConfigHash.of(local));
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0s",
    "PT1M30S, 1m30s",
    "PT1H, 1h0m0s",
    "PT24H, 24h0m0s",
    "PT1.5S, 1.5s",
    "PT0.25S, 250ms",
    "PT0.00001S, 10µs",
    "PT0.000000007S, 7ns",
    "PT-5S, -5s",
    "PT61M, 1h1m0s"
  })
  void durationsPrintAsInGo(Duration duration, String expected) {
    assertThat(GoDuration.print(duration)).isEqualTo(expected);
  }
}
