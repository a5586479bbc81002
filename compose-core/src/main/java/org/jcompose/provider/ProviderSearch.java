package org.jcompose.provider;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jcompose.engine.EngineException;

/** Finds providers: plugins of Docker's command line first, then programs of the path. */
record ProviderSearch(Map<String, String> environment, Path home) {

  private static final List<String> SYSTEM =
      List.of(
          "/usr/local/lib/docker/cli-plugins",
          "/usr/local/libexec/docker/cli-plugins",
          "/usr/lib/docker/cli-plugins",
          "/usr/libexec/docker/cli-plugins");

  Path find(String type) {
    return Stream.concat(
            pluginFolders().map(folder -> folder.resolve("docker-" + type)),
            pathFolders().map(folder -> folder.resolve(type)))
        .filter(each -> !type.equals("compose"))
        .filter(each -> Files.isRegularFile(each) && Files.isExecutable(each))
        .findFirst()
        .orElseThrow(() -> notThere(type));
  }

  private Stream<Path> pluginFolders() {
    String config = environment.getOrDefault("DOCKER_CONFIG", "");
    Path own = config.isEmpty() ? home.resolve(".docker") : home.resolve(config);
    return Stream.concat(Stream.of(own.resolve("cli-plugins")), SYSTEM.stream().map(Path::of));
  }

  private Stream<Path> pathFolders() {
    return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .flatMap(ProviderSearch::path);
  }

  private static Stream<Path> path(String text) {
    try {
      return Stream.of(Path.of(text));
    } catch (InvalidPathException noPath) {
      return Stream.empty();
    }
  }

  private static EngineException notThere(String type) {
    return new EngineException(
        "there is no provider '" + type + "'",
        "install 'docker-"
            + type
            + "' as a plugin of Docker's command line, or '"
            + type
            + "' in a folder of PATH",
        null);
  }
}
