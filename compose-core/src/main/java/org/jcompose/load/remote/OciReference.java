package org.jcompose.load.remote;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An artefact in a registry: {@code oci://[HOST[:PORT]/]REPOSITORY[:TAG][@DIGEST]}.
 *
 * @param text as it was written
 * @param host of the registry's API, with its port if one was written
 * @param version a tag or a digest
 */
record OciReference(String text, String host, String repository, String version)
    implements Reference {

  static final String PREFIX = "oci://";

  private static final String DOCKER_HUB = "registry-1.docker.io";
  private static final Pattern FORM =
      Pattern.compile(
          "(?<repository>[a-z0-9]+(?:[._/-]+[a-z0-9]+)*)(?::(?<tag>\\w[\\w.-]{0,127}))?"
              + "(?:@(?<digest>sha256:[0-9a-f]{64}))?");
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9.-]+(:[0-9]{1,5})?|\\[[^/]+](:[0-9]{1,5})?");

  static OciReference parse(String text) {
    String name = text.substring(PREFIX.length());
    int slash = name.indexOf('/');
    String first = slash < 0 ? "" : name.substring(0, slash);
    boolean named = first.contains(".") || first.contains(":") || first.equals("localhost");
    String host = named ? first : DOCKER_HUB;
    Matcher form = FORM.matcher(named ? name.substring(slash + 1) : name);
    if (!form.matches() || !HOST.matcher(host).matches()) {
      throw new RemoteException(
          "'" + text + "' names no artefact", "write 'oci://[HOST/]REPOSITORY[:TAG]'");
    }
    String tag = form.group("tag");
    String digest = form.group("digest");
    String version = digest != null ? digest : tag != null ? tag : "latest";
    return new OciReference(text, host(host), repository(host, form.group("repository")), version);
  }

  private static String host(String written) {
    return written.equals("docker.io") || written.equals("index.docker.io") ? DOCKER_HUB : written;
  }

  /** Docker's own images have no owner in their names. */
  private static String repository(String host, String written) {
    return host(host).equals(DOCKER_HUB) && !written.contains("/") ? "library/" + written : written;
  }

  /** Whether the registry is on this machine, where Docker talks without encryption too. */
  boolean isLocal() {
    String name = host.replaceFirst(":[0-9]+$", "");
    return name.equals("localhost") || name.startsWith("127.") || name.equals("[::1]");
  }

  boolean isDockerHub() {
    return host.equals(DOCKER_HUB);
  }

  String url(String kind, String of) {
    return (isLocal() ? "http" : "https")
        + "://"
        + host
        + "/v2/"
        + repository
        + "/"
        + kind
        + "/"
        + of;
  }

  /** The name under which the user's Docker configuration keeps what it knows of the registry. */
  String configurationKey() {
    return host.equals(DOCKER_HUB) ? "https://index.docker.io/v1/" : host;
  }
}
