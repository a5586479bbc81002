package org.jcompose.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jcompose.problem.InvalidProjectException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every value can be traced to the line that it was written in. */
class ExplainTests {

  @TempDir Path folder;

  @BeforeEach
  void writeProject() throws IOException {
    write(
        "compose.yaml",
        """
        services:
          web:
            image: nginx
            environment:
              - URL=http://localhost
              - KEPT=yes
            labels: {a.b: c}
            healthcheck: {interval: 5s, test: [CMD, "true"]}
        """);
    write(
        "compose.override.yaml",
        """
        services:
          web:
            environment:
              URL: http://${HOST}:${PORT:-80}/${USER}
            ports: ["80:80"]
            healthcheck: !override
              test: [CMD, "false"]
            labels: {a.b: !reset null}
        """);
    write(".env", "# where\nHOST=db\n");
  }

  @Test
  void valueIsExplainedWithItsVariablesAndWhatItOverrides() {
    assertThat(explain("services.web.environment.URL"))
        .isEqualTo(
            """
            services.web.environment.URL: http://db:80/me
              written at compose.override.yaml:4:12
              variable 'HOST' is 'db', from .env:2
              variable 'PORT' is not set
              variable 'USER' is 'me', from the environment
              before at compose.yaml:5:9: http://localhost
            """);
  }

  @Test
  void resetValueIsNotSetAndSaysWhoTookItAway() {
    assertThat(explain("services.web.labels.a.b"))
        .isEqualTo(
            """
            services.web.labels.a.b is not set
              removed by '!reset' at compose.override.yaml:8:19
              before at compose.yaml:7:19: c
            """);
  }

  @Test
  void whatAnOverrideDropsIsNotSet() {
    assertThat(explain("services.web.healthcheck.interval"))
        .startsWith("services.web.healthcheck.interval is not set\n  before at compose.yaml:8:29");
  }

  @Test
  void mappingListsWhatIsBelow() {
    assertThat(explain("services.web.environment"))
        .contains("services.web.environment.URL: http://db:80/me\n")
        .contains("services.web.environment.KEPT: yes\n  written at compose.yaml:6:9\n");
  }

  @Test
  void inheritedValueIsAmongThoseBefore() throws IOException {
    write("base.yaml", "services: {common: {image: old, hostname: both, user: '7'}}\n");
    write(
        "compose.yaml",
        """
        services:
          web:
            extends: {file: base.yaml, service: common}
            image: nginx
        """);
    assertThat(explain("services.web.image"))
        .isEqualTo(
            """
            services.web.image: nginx
              written at compose.yaml:4:12
              before, inherited at base.yaml:1:28: old
            """);
    assertThat(explain("services.web.hostname")).contains("written at base.yaml:1:43");
  }

  @Test
  void includedValueIsExplainedWithTheVariablesOfItsOwnFiles() throws IOException {
    Files.createDirectory(folder.resolve("sub"));
    write("sub/compose.yaml", "services: {db: {image: 'postgres:$TAG'}}\n");
    write("sub/.env", "TAG=16\n");
    write("compose.yaml", "include: [sub/compose.yaml]\nservices: {web: {image: nginx}}\n");
    assertThat(explain("services.db.image"))
        .isEqualTo(
            """
            services.db.image: postgres:16
              written at sub/compose.yaml:1:24
              variable 'TAG' is '16', from sub/.env:1
            """);
  }

  @Test
  void itemsAreCalledByTheirIndex() {
    assertThat(explain("services.web.ports[0].target"))
        .isEqualTo(
            """
            services.web.ports.0.target: 80
              written at compose.override.yaml:5:13
            """);
  }

  @Test
  void unknownPathNamesTheNearestOne() {
    assertThatThrownBy(() -> explain("services.wbe.image"))
        .isInstanceOf(InvalidProjectException.class)
        .hasMessage("'wbe' is not in 'services'\n  fix: did you mean 'web'?");
  }

  private String explain(String path) {
    LoadRequest request = LoadRequest.in(folder).environment(Map.of("USER", "me")).build();
    return new Loader().explain(request, path).describe();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
