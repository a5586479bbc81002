package org.jcompose.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a service takes part in a network (Compose Specification, service {@code networks}).
 *
 * @param aliases further host names of the service on it
 * @param driverOpts options of the network's driver for this endpoint
 * @param gwPriority the network with the highest one is the default gateway; null: 0
 * @param interfaceName the network interface's name in the container; null: the engine's choice
 * @param linkLocalIps further addresses that the network does not manage
 * @param macAddress null: the engine's choice
 * @param priority the order in which engines connect: highest first; null: 0
 * @param bare whether the file names the network and says nothing more, not even {@code {}}: config
 *     hashes tell the two apart
 */
public record NetworkUse(
    List<String> aliases,
    Map<String, String> driverOpts,
    @Nullable Integer gwPriority,
    @Nullable String interfaceName,
    @Nullable String ipv4Address,
    @Nullable String ipv6Address,
    List<String> linkLocalIps,
    @Nullable String macAddress,
    @Nullable Integer priority,
    boolean bare) {

  private static final NetworkUse PLAIN = builder().bare(true).build();

  public NetworkUse {
    aliases = List.copyOf(aliases);
    driverOpts = Ordered.copy(driverOpts);
    linkLocalIps = List.copyOf(linkLocalIps);
  }

  /** With nothing of its own. */
  public static NetworkUse plain() {
    return PLAIN;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** A builder that starts from this use. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Builds a use of a network; what is not set is absent. */
  public static final class Builder {
    private List<String> aliases = List.of();
    private Map<String, String> driverOpts = Map.of();
    private @Nullable Integer gwPriority;
    private @Nullable String interfaceName;
    private @Nullable String ipv4Address;
    private @Nullable String ipv6Address;
    private List<String> linkLocalIps = List.of();
    private @Nullable String macAddress;
    private @Nullable Integer priority;
    private boolean bare;

    private Builder() {}

    private Builder(NetworkUse from) {
      aliases = from.aliases;
      driverOpts = from.driverOpts;
      gwPriority = from.gwPriority;
      interfaceName = from.interfaceName;
      ipv4Address = from.ipv4Address;
      ipv6Address = from.ipv6Address;
      linkLocalIps = from.linkLocalIps;
      macAddress = from.macAddress;
      priority = from.priority;
      bare = from.bare;
    }

    public Builder aliases(List<String> aliases) {
      this.aliases = aliases;
      return this;
    }

    public Builder driverOpts(Map<String, String> driverOpts) {
      this.driverOpts = driverOpts;
      return this;
    }

    public Builder gwPriority(@Nullable Integer gwPriority) {
      this.gwPriority = gwPriority;
      return this;
    }

    public Builder interfaceName(@Nullable String interfaceName) {
      this.interfaceName = interfaceName;
      return this;
    }

    public Builder ipv4Address(@Nullable String ipv4Address) {
      this.ipv4Address = ipv4Address;
      return this;
    }

    public Builder ipv6Address(@Nullable String ipv6Address) {
      this.ipv6Address = ipv6Address;
      return this;
    }

    public Builder linkLocalIps(List<String> linkLocalIps) {
      this.linkLocalIps = linkLocalIps;
      return this;
    }

    public Builder macAddress(@Nullable String macAddress) {
      this.macAddress = macAddress;
      return this;
    }

    public Builder priority(@Nullable Integer priority) {
      this.priority = priority;
      return this;
    }

    public Builder bare(boolean bare) {
      this.bare = bare;
      return this;
    }

    public NetworkUse build() {
      return new NetworkUse(
          aliases,
          driverOpts,
          gwPriority,
          interfaceName,
          ipv4Address,
          ipv6Address,
          linkLocalIps,
          macAddress,
          priority,
          bare);
    }
  }
}
