package org.jcompose.load.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A Compose project that was published to a registry: its files are the layers of an artefact.
 * Those of the project itself become the documents of one {@code compose.yaml}; those that it
 * extends and its environment files lie beside it.
 */
final class ComposeArtefact {

  private static final String PROJECT = "application/vnd.docker.compose.project";
  private static final String OLDER_PROJECT = "application/vnd.docker.compose.config.empty.v1+json";
  private static final String COMPOSE_FILE = "application/vnd.docker.compose.file+yaml";
  private static final String ENV_FILE = "application/vnd.docker.compose.envfile";
  private static final String MANIFESTS =
      "application/vnd.oci.image.manifest.v1+json, application/vnd.oci.image.index.v1+json,"
          + " application/vnd.docker.distribution.manifest.v2+json";
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,199}");
  private static final int LONGEST_MANIFEST = 4 << 20;
  private static final int LONGEST_LAYER = 16 << 20;
  private static final int MOST_LAYERS = 100;

  private final Registry registry;
  private final Cache cache;

  ComposeArtefact(Registry registry, Cache cache) {
    this.registry = registry;
    this.cache = cache;
  }

  /** The local copy of the Compose file. */
  Path fetch(OciReference artefact) {
    byte[] bytes = registry.get("manifests", artefact.version(), MANIFESTS, LONGEST_MANIFEST);
    String digest = "sha256:" + sha256(bytes);
    if (artefact.version().startsWith("sha256:")) {
      check(artefact, artefact.version(), digest);
    }
    JsonNode manifest = registry.json(bytes);
    String type = manifest.path("artifactType").asText("");
    String config = manifest.path("config").path("mediaType").asText("");
    if (!type.equals(PROJECT) && !config.equals(OLDER_PROJECT)) {
      throw new RemoteException(
          "'" + artefact.text() + "' is no Compose project",
          "publish one with 'docker compose publish'");
    }
    JsonNode layers = manifest.path("layers");
    if (layers.size() > MOST_LAYERS) {
      throw new RemoteException(
          "'" + artefact.text() + "' has more than " + MOST_LAYERS + " files");
    }
    Path folder = cache.get(sha256(bytes), target -> write(artefact, layers, target));
    return folder.resolve("compose.yaml");
  }

  private void write(OciReference artefact, JsonNode layers, Path folder) {
    try {
      Files.createFile(folder.resolve("compose.yaml"));
      for (JsonNode layer : layers) {
        writeLayer(artefact, layer, folder);
      }
    } catch (IOException e) {
      throw new RemoteException("cannot write to '" + folder + "': " + e.getMessage());
    }
  }

  private void writeLayer(OciReference artefact, JsonNode layer, Path folder) throws IOException {
    String type = layer.path("mediaType").asText("");
    JsonNode annotations = layer.path("annotations");
    if (type.equals(ENV_FILE)) {
      Path file = file(artefact, annotations, "com.docker.compose.envfile", folder);
      Files.write(file, blob(artefact, layer));
    } else if (type.equals(COMPOSE_FILE) && annotations.has("com.docker.compose.extends")) {
      append(file(artefact, annotations, "com.docker.compose.file", folder), blob(artefact, layer));
    } else if (type.equals(COMPOSE_FILE)) {
      append(folder.resolve("compose.yaml"), blob(artefact, layer));
    }
  }

  private static void append(Path file, byte[] bytes) throws IOException {
    boolean first = !Files.exists(file) || Files.size(file) == 0;
    String separator = first ? "" : "\n---\n";
    Files.write(
        file,
        (separator + new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /** An annotation is whatever its author liked: it must not lead to another folder. */
  private static Path file(OciReference artefact, JsonNode annotations, String key, Path folder) {
    String name = annotations.path(key).asText("");
    if (!FILE_NAME.matcher(name).matches()) {
      throw new RemoteException(
          "'" + artefact.text() + "' has a file with the name '" + name + "', which is none");
    }
    return folder.resolve(name);
  }

  private byte[] blob(OciReference artefact, JsonNode layer) {
    String digest = layer.path("digest").asText("");
    if (!DIGEST.matcher(digest).matches()) {
      throw new RemoteException("'" + artefact.text() + "' has a file without a SHA-256 digest");
    }
    byte[] bytes = registry.get("blobs", digest, "*/*", LONGEST_LAYER);
    check(artefact, digest, "sha256:" + sha256(bytes));
    return bytes;
  }

  private static void check(OciReference artefact, String expected, String actual) {
    if (!expected.equals(actual)) {
      throw new RemoteException(
          "'"
              + artefact.text()
              + "' is damaged: instead of '"
              + expected
              + "' came '"
              + actual
              + "'");
    }
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
