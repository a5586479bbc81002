package org.jcompose.engine.docker;

/**
 * An image's reference.
 *
 * @param repository with its registry, where one is named
 * @param tagOrDigest {@code latest} where none is named
 */
record ImageName(String repository, String tagOrDigest) {

  private static final String DOCKER_HUB = "https://index.docker.io/v1/";

  static ImageName parse(String reference) {
    int at = reference.indexOf('@');
    String name = at < 0 ? reference : reference.substring(0, at);
    int colon = name.lastIndexOf(':');
    boolean tagged = colon > name.lastIndexOf('/');
    String repository = tagged ? name.substring(0, colon) : name;
    if (at >= 0) {
      return new ImageName(repository, reference.substring(at + 1));
    }
    return new ImageName(repository, tagged ? name.substring(colon + 1) : "latest");
  }

  /** The registry, under the name by which credentials for it are kept. */
  String registry() {
    int slash = repository.indexOf('/');
    String first = slash < 0 ? "" : repository.substring(0, slash);
    boolean isHost = first.contains(".") || first.contains(":") || first.equals("localhost");
    return isHost && !first.equals("docker.io") ? first : DOCKER_HUB;
  }
}
