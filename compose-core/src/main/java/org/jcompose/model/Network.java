package org.jcompose.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A top-level network (Compose Specification, "Networks").
 *
 * @param key its name within the file
 * @param name its name at the engine: {@code <project>_<key>} unless the file says otherwise
 * @param external whether someone else makes and removes it
 * @param driver null: the engine's default
 * @param ipam address management, or null
 * @param enableIpv4 null: the engine's default
 * @param enableIpv6 null: the engine's default
 */
public record Network(
    String key,
    String name,
    boolean external,
    @Nullable String driver,
    Map<String, String> driverOpts,
    boolean internal,
    boolean attachable,
    @Nullable Boolean enableIpv4,
    @Nullable Boolean enableIpv6,
    @Nullable Ipam ipam,
    Map<String, String> labels) {

  public Network {
    driverOpts = Ordered.copy(driverOpts);
    labels = Ordered.copy(labels);
  }

  /** A network of the engine's default kind. */
  public static Network of(String key, String name) {
    return new Network(key, name, false, null, Map.of(), false, false, null, null, null, Map.of());
  }

  /**
   * Address management of a network.
   *
   * @param driver null: the engine's default
   */
  public record Ipam(@Nullable String driver, List<Pool> pools, Map<String, String> options) {
    public Ipam {
      pools = List.copyOf(pools);
      options = Ordered.copy(options);
    }
  }

  /** One entry of {@code ipam.config}; addresses in CIDR or plain notation. */
  public record Pool(
      @Nullable String subnet,
      @Nullable String ipRange,
      @Nullable String gateway,
      Map<String, String> auxAddresses) {
    public Pool {
      auxAddresses = Ordered.copy(auxAddresses);
    }
  }
}
