package org.jcompose.engine.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jcompose.engine.NotFoundException;
import org.jcompose.model.Network;
import org.jcompose.model.Network.Ipam;
import org.jcompose.model.Network.Pool;
import org.jcompose.model.Volume;
import org.jspecify.annotations.Nullable;

/** Says in which attributes networks and volumes differ from what the project wants. */
record ResourceDifferences(Daemon daemon) {

  List<String> of(Network wanted) {
    try {
      String path = "/networks/" + Daemon.encode(wanted.name());
      return differences(wanted, daemon.get("look at network '" + wanted.name() + "'", path));
    } catch (NotFoundException gone) {
      return List.of();
    }
  }

  List<String> of(Volume wanted) {
    try {
      String path = "/volumes/" + Daemon.encode(wanted.name());
      Json found = daemon.get("look at volume '" + wanted.name() + "'", path);
      List<String> paths = new ArrayList<>();
      add(paths, "driver", given(wanted.driver(), "local"), found.text("Driver"));
      entries(paths, "driver_opts", wanted.driverOpts(), found.texts("Options"));
      entries(paths, "labels", wanted.labels(), ownLabels(found));
      return paths;
    } catch (NotFoundException gone) {
      return List.of();
    }
  }

  private static List<String> differences(Network wanted, Json found) {
    List<String> paths = new ArrayList<>();
    add(paths, "driver", given(wanted.driver(), "bridge"), found.text("Driver"));
    entries(paths, "driver_opts", wanted.driverOpts(), found.texts("Options"));
    add(paths, "internal", wanted.internal(), found.flag("Internal"));
    add(paths, "attachable", wanted.attachable(), found.flag("Attachable"));
    if (wanted.enableIpv6() != null) {
      add(paths, "enable_ipv6", wanted.enableIpv6(), found.flag("EnableIPv6"));
    }
    entries(paths, "labels", wanted.labels(), ownLabels(found));
    Ipam ipam = wanted.ipam();
    if (ipam != null && !isMet(ipam, found.at("IPAM"))) {
      paths.add("ipam");
    }
    return paths;
  }

  private static boolean isMet(Ipam wanted, Json found) {
    List<Json> pools = found.list("Config");
    return wanted.pools().stream()
        .allMatch(pool -> pools.stream().anyMatch(each -> isMet(pool, each)));
  }

  private static boolean isMet(Pool wanted, Json found) {
    return isMet(wanted.subnet(), found.text("Subnet"))
        && isMet(wanted.ipRange(), found.text("IPRange"))
        && isMet(wanted.gateway(), found.text("Gateway"));
  }

  private static boolean isMet(@Nullable String wanted, String found) {
    return wanted == null || wanted.equals(found);
  }

  private static Map<String, String> ownLabels(Json found) {
    Map<String, String> labels = found.texts("Labels");
    labels.keySet().removeIf(ContainerDifferences::isEnginesOwn);
    return labels;
  }

  private static String given(@Nullable String value, String usual) {
    return value == null || value.isEmpty() ? usual : value;
  }

  private static void add(List<String> paths, String path, Object wanted, Object found) {
    if (!wanted.equals(found)) {
      paths.add(path);
    }
  }

  private static void entries(
      List<String> paths, String path, Map<String, String> wanted, Map<String, String> found) {
    Set<String> keys = new TreeSet<>(wanted.keySet());
    keys.addAll(found.keySet());
    keys.removeIf(key -> Objects.equals(wanted.get(key), found.get(key)));
    keys.forEach(key -> paths.add(path + "." + key));
  }
}
