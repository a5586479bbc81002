package org.jcompose.load.remote;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks registries what images' tags stand for now. Not safe for use by several threads. */
public final class ImageDigests {

  private static final int LONGEST_MANIFEST = 4 << 20;
  private static final String DOCKER_HUB = "docker.io";
  private static final String MANIFESTS =
      String.join(
          ",",
          List.of(
              "application/vnd.oci.image.index.v1+json",
              "application/vnd.docker.distribution.manifest.list.v2+json",
              "application/vnd.oci.image.manifest.v1+json",
              "application/vnd.docker.distribution.manifest.v2+json"));

  private final Map<String, String> environment;
  private final Map<String, String> known = new HashMap<>();

  /**
   * @param environment names the user's Docker configuration, which knows how to log in
   */
  public ImageDigests(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * An image's full name with the digest of what its tag stands for; one that is named by digest
   * already is not asked for.
   *
   * @throws RemoteException if the registry does not say
   */
  public String pinned(String image) {
    return known.computeIfAbsent(image, this::resolve);
  }

  private String resolve(String image) {
    OciReference reference = OciReference.parse(OciReference.PREFIX + image);
    String host = reference.isDockerHub() ? DOCKER_HUB : reference.host();
    String name = host + "/" + reference.repository();
    if (reference.version().startsWith("sha256:")) {
      return name + "@" + reference.version();
    }
    Registry registry = new Registry(reference, new RegistryCredentials(environment));
    byte[] manifest = registry.get("manifests", reference.version(), MANIFESTS, LONGEST_MANIFEST);
    return name + ":" + reference.version() + "@sha256:" + ComposeArtefact.sha256(manifest);
  }
}
