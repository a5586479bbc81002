package org.jcompose.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service's containers are called, and whom they ask for names.
 *
 * @param hostname null: the engine's choice
 * @param extraHosts addresses by host name, for the containers' own table of hosts
 * @param dns addresses of name servers; empty: the engine's
 */
public record Naming(
    @Nullable String hostname,
    @Nullable String domainname,
    Map<String, List<String>> extraHosts,
    List<String> dns,
    List<String> dnsOpt,
    List<String> dnsSearch) {

  private static final Naming NONE =
      new Naming(null, null, Map.of(), List.of(), List.of(), List.of());

  public Naming {
    extraHosts = Ordered.copy(extraHosts);
    dns = List.copyOf(dns);
    dnsOpt = List.copyOf(dnsOpt);
    dnsSearch = List.copyOf(dnsSearch);
  }

  /** All as the engine would have it. */
  public static Naming none() {
    return NONE;
  }
}
