package org.jcompose.engine.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.EngineSettings;
import org.jspecify.annotations.Nullable;

/** The folder in which the docker command line keeps its settings. */
record ConfigFolder(Path folder) {

  private static final Json NOTHING = new Json(null);

  static ConfigFolder of(EngineSettings settings) {
    String folder = settings.environment().get("DOCKER_CONFIG");
    return new ConfigFolder(
        folder == null || folder.isBlank() ? settings.home().resolve(".docker") : Path.of(folder));
  }

  /** The name of the context in use; empty if none is chosen. */
  String currentContext() {
    return config().text("currentContext");
  }

  Credentials credentials() {
    return new Credentials(config().at("auths"));
  }

  DockerContext context(String name) {
    String id = sha256(name);
    Json meta = read(folder.resolve("contexts/meta").resolve(id).resolve("meta.json"));
    if (meta.isAbsent()) {
      throw new EngineException(
          "docker context '" + name + "' does not exist", "see 'docker context ls'", null);
    }
    Json docker = meta.at("Endpoints").at("docker");
    Path tls = folder.resolve("contexts/tls").resolve(id).resolve("docker");
    return new DockerContext(docker.text("Host"), tls(tls, docker.flag("SkipTLSVerify")));
  }

  private static @Nullable TlsMaterial tls(Path folder, boolean unverified) {
    return unverified || Files.isDirectory(folder) ? new TlsMaterial(folder, !unverified) : null;
  }

  private Json config() {
    return read(folder.resolve("config.json"));
  }

  private static Json read(Path file) {
    if (!Files.exists(file)) {
      return NOTHING;
    }
    try {
      return Json.parse(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new EngineException("cannot read '" + file + "'", "see whether it is valid JSON", e);
    }
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
