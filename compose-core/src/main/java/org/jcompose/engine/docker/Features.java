package org.jcompose.engine.docker;

/**
 * What needs a newer API than the oldest one in use. Older daemons take such fields and leave them
 * out without a word, so they are never sent to them.
 */
enum Features {
  /** Several entries of {@code EndpointsConfig} when a container is created. */
  SEVERAL_NETWORKS_AT_CREATE(1, 44),
  /** {@code Healthcheck.StartInterval}. */
  START_INTERVAL(1, 44),
  /** {@code Mount.BindOptions.CreateMountpoint}. */
  CREATE_MOUNTPOINT(1, 42),
  /** {@code Mount.VolumeOptions.Subpath}. */
  VOLUME_SUBPATH(1, 45),
  /** {@code EnableIPv4} of a network. */
  ENABLE_IPV4(1, 48);

  private final int major;
  private final int minor;

  Features(int major, int minor) {
    this.major = major;
    this.minor = minor;
  }

  boolean isIn(ApiVersion version) {
    return version.isAtLeast(new ApiVersion(major, minor));
  }

  String least() {
    return new ApiVersion(major, minor).toString();
  }
}
