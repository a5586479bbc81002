package org.jcompose.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jcompose.engine.EngineException;
import org.jcompose.model.Provider;
import org.jcompose.model.Service;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProvidersTests {

  @TempDir private Path home;

  private final List<String> progress = new ArrayList<>();

  @BeforeEach
  void makePluginFolder() throws IOException {
    Files.createDirectories(home.resolve(".docker/cli-plugins"));
    Files.createDirectories(home.resolve("bin"));
  }

  @Test
  void programIsGivenProjectOptionsAndServiceAndTellsVariables() throws IOException {
    install(
        "bin/cloud",
        """
        [ "$2" = metadata ] && exit 1
        printf '%s\\n' "$@" >"$HOME/words"
        echo '{"type":"info","message":"preparing"}{"type":"debug","message":"x"}'
        echo '{"type":"setenv","message":"URL=http://cloud/a=b"}'
        echo '{"type":"rawsetenv","message":"KEY=k"}'
        """);
    Map<String, List<String>> options = Map.of("type", List.of("my sql"), "tag", List.of("a", "b"));
    assertThat(providers().up("shop", service("cloud", options), progress::add))
        .isEqualTo(Map.of("DB_URL", "http://cloud/a=b", "KEY", "k"));
    assertThat(progress).containsExactly("preparing");
    assertThat(Files.readAllLines(home.resolve("words")))
        .containsExactly(
            "compose", "--project-name=shop", "up", "--tag=a", "--tag=b", "--type=my sql", "db");
  }

  @Test
  void pluginOfDockerComesFirstAndIsGivenOnlyWhatItTakes() throws IOException {
    install("bin/cloud", "exit 9");
    install(
        ".docker/cli-plugins/docker-cloud",
        """
        [ "$2" = metadata ] && echo '{"description":"d","down":{"parameters":[{"name":"a"}]}}' && exit
        printf '%s\\n' "$@" >"$HOME/words"
        """);
    Map<String, List<String>> options = Map.of("a", List.of("1"), "b", List.of("2"));
    providers().down("shop", service("cloud", options), progress::add);
    assertThat(Files.readAllLines(home.resolve("words")))
        .containsExactly("compose", "--project-name=shop", "down", "--a=1", "db");
  }

  @Test
  void missingRequiredOptionIsNamed() throws IOException {
    install(
        "bin/cloud",
        "echo '{\"description\":\"d\",\"up\":{\"parameters\":[{\"name\":\"size\",\"required\":true}]}}'");
    Service service = service("cloud", Map.of());
    assertThatThrownBy(() -> providers().up("shop", service, progress::add))
        .hasMessage("provider 'cloud' of service 'db' needs the option 'size'");
  }

  @Test
  void failureSaysWhatTheProgramSaid() throws IOException {
    install(
        "bin/cloud",
        """
        [ "$2" = metadata ] && exit 1
        echo '{"type":"error","message":"no credit"}'
        echo trace >&2
        exit 1
        """);
    Service service = service("cloud", Map.of());
    assertThatThrownBy(() -> providers().up("shop", service, progress::add))
        .isInstanceOf(EngineException.class)
        .hasMessage("provider 'cloud' failed: no credit\n  trace");
  }

  @Test
  void whatIsNoMessageFails() throws IOException {
    install("bin/cloud", "[ \"$2\" = metadata ] && exit 1\necho '{\"type\":\"dance\"}'");
    Service service = service("cloud", Map.of());
    assertThatThrownBy(() -> providers().up("shop", service, progress::add))
        .hasMessage("provider 'cloud' failed: it sent a message of type 'dance'");
  }

  @Test
  void missingProgramIsNamed() {
    Service service = service("cloud", Map.of());
    assertThatThrownBy(() -> providers().up("shop", service, progress::add))
        .hasMessage("there is no provider 'cloud'");
  }

  private ServiceProviders providers() {
    Map<String, String> environment =
        Map.of("PATH", home.resolve("bin") + ":/usr/bin:/bin", "HOME", home.toString());
    return new ServiceProviders(environment, home, home);
  }

  private static Service service(String type, Map<String, List<String>> options) {
    return Service.builder("db").provider(new Provider(type, options)).build();
  }

  private void install(String name, String script) throws IOException {
    Path file = home.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
