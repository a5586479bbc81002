package org.jcompose.engine.docker;

/**
 * What needs a newer API than the oldest one in use. Older daemons take such fields and leave them
 * out without a word, so they are never sent to them.
 */
enum Features {
  /** {@code HostConfig.DeviceRequests}. */
  DEVICE_REQUESTS(1, 40),
  /** {@code Mount.BindOptions.NonRecursive}. */
  NON_RECURSIVE(1, 40),
  /** {@code HostConfig.CgroupnsMode}. */
  CGROUP_NAMESPACE(1, 41),
  /** The parameter {@code platform} when a container is created. */
  PLATFORM(1, 41),
  /** {@code Mount.BindOptions.CreateMountpoint}. */
  CREATE_MOUNTPOINT(1, 42),
  /** {@code Mount} of type {@code cluster}. */
  CLUSTER_MOUNT(1, 42),
  /** {@code HostConfig.Annotations}. */
  ANNOTATIONS(1, 43),
  /** Several entries of {@code EndpointsConfig} when a container is created. */
  SEVERAL_NETWORKS_AT_CREATE(1, 44),
  /** {@code EndpointSettings.MacAddress}. */
  ENDPOINT_MAC(1, 44),
  /** {@code Healthcheck.StartInterval}. */
  START_INTERVAL(1, 44),
  /** {@code Mount.BindOptions.ReadOnlyNonRecursive} and {@code ReadOnlyForceRecursive}. */
  READ_ONLY_RECURSION(1, 44),
  /** Devices by their names in the Container Device Interface. */
  CDI_DEVICES(1, 44),
  /** What is unpacked in a container becomes its user's, whatever form the user has. */
  ARCHIVE_OWNER(1, 45),
  /** {@code Mount.VolumeOptions.Subpath}. */
  VOLUME_SUBPATH(1, 45),
  /** {@code EnableIPv4} of a network. */
  ENABLE_IPV4(1, 48),
  /** {@code EndpointSettings.GwPriority}. */
  GATEWAY_PRIORITY(1, 48),
  /** {@code Mount} of type {@code image}. */
  IMAGE_MOUNT(1, 48),
  /** The endpoint's driver option for the interface's name; version 1.48 has it with faults. */
  INTERFACE_NAME(1, 49);

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
