package org.jcompose.canonical;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jcompose.model.Network;
import org.jcompose.model.Service;
import org.jcompose.model.Volume;
import org.jspecify.annotations.Nullable;

/**
 * The hashes that tell whether what an engine holds is still what the project says. They are those
 * that Docker Compose writes as {@code com.docker.compose.config-hash}, so that either tool finds
 * the other's containers up to date.
 */
public final class ConfigHash {

  /** What can change without a container having to be made anew. */
  private static final List<String> IRRELEVANT =
      List.of("build", "depends_on", "profiles", "pull_policy", "pull_refresh_after", "scale");

  private ConfigHash() {}

  public static String of(Service service) {
    Map<String, @Nullable Object> tree = ServiceTree.of(service, Dialect.JSON);
    IRRELEVANT.forEach(tree::remove);
    if (tree.get("deploy") instanceof Map<?, ?> deploy) {
      deploy.remove("replicas");
    }
    return hash(tree);
  }

  public static String of(Network network) {
    return hash(ResourceTree.of(network));
  }

  public static String of(Volume volume) {
    boolean driverless = volume.driver() == null || volume.driver().isEmpty();
    return hash(ResourceTree.of(driverless ? local(volume) : volume));
  }

  private static Volume local(Volume volume) {
    return new Volume(
        volume.key(),
        volume.name(),
        volume.external(),
        "local",
        volume.driverOpts(),
        volume.labels());
  }

  private static String hash(Map<String, @Nullable Object> tree) {
    byte[] text = JsonText.compact(tree).getBytes(StandardCharsets.UTF_8);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
