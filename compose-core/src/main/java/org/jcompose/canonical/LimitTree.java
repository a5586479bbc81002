package org.jcompose.canonical;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcompose.model.Blkio;
import org.jcompose.model.Logging;
import org.jcompose.model.Ulimit;
import org.jspecify.annotations.Nullable;

/** What containers may take of their host, as trees. */
final class LimitTree {

  private LimitTree() {}

  /** Sizes are strings in every form that Docker Compose prints. */
  static @Nullable String size(@Nullable Long bytes) {
    return bytes == null || bytes == 0 ? null : bytes.toString();
  }

  static @Nullable Map<String, @Nullable Object> blkio(@Nullable Blkio blkio, Dialect dialect) {
    if (blkio == null) {
      return null;
    }
    return new Tree()
        .put("weight", blkio.weight())
        .put("weight_device", blkio.weightDevice().stream().map(w -> of(w, dialect)).toList())
        .put("device_read_bps", throttles(blkio.deviceReadBps(), dialect))
        .put("device_read_iops", throttles(blkio.deviceReadIops(), dialect))
        .put("device_write_bps", throttles(blkio.deviceWriteBps(), dialect))
        .put("device_write_iops", throttles(blkio.deviceWriteIops(), dialect))
        .build();
  }

  private static List<Map<String, @Nullable Object>> throttles(
      List<Blkio.Throttle> throttles, Dialect dialect) {
    return throttles.stream()
        .map(one -> device(one.path(), "rate", Long.toString(one.rate()), dialect))
        .toList();
  }

  private static Map<String, @Nullable Object> of(Blkio.Weight weight, Dialect dialect) {
    return device(weight.path(), "weight", weight.weight(), dialect);
  }

  /** Docker Compose names these fields in JSON as its program does, which hashes are taken of. */
  private static Map<String, @Nullable Object> device(
      String path, String limit, Object value, Dialect dialect) {
    return new Tree().keep(named("path", dialect), path).keep(named(limit, dialect), value).build();
  }

  private static String named(String name, Dialect dialect) {
    return dialect == Dialect.YAML
        ? name
        : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  static Map<String, @Nullable Object> ulimits(Map<String, Ulimit> ulimits, Dialect dialect) {
    Map<String, @Nullable Object> trees = new LinkedHashMap<>();
    ulimits.forEach((name, limit) -> trees.put(name, ulimit(limit, dialect)));
    return trees;
  }

  /** In YAML both limits stand even where they are 0. */
  private static Object ulimit(Ulimit limit, Dialect dialect) {
    Long single = limit.single();
    if (single != null && single != 0) {
      return single;
    }
    Tree pair = new Tree();
    return dialect == Dialect.YAML
        ? pair.keep("soft", orZero(limit.soft())).keep("hard", orZero(limit.hard())).build()
        : pair.put("soft", limit.soft()).put("hard", limit.hard()).build();
  }

  private static long orZero(@Nullable Long number) {
    return number == null ? 0 : number;
  }

  static @Nullable Map<String, @Nullable Object> logging(@Nullable Logging logging) {
    return logging == null
        ? null
        : new Tree().put("driver", logging.driver()).put("options", logging.options()).build();
  }
}
