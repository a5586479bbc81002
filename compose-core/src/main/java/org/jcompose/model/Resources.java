package org.jcompose.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service's containers may take of their host.
 *
 * @param blkio null: no limit
 * @param pidsLimit how many processes; -1: no limit; null: the engine's default
 * @param ulimits by name: {@code nofile}
 * @param storageOpt options of the storage driver
 */
public record Resources(
    Cpu cpu,
    Memory memory,
    @Nullable Blkio blkio,
    @Nullable Long pidsLimit,
    Map<String, Ulimit> ulimits,
    Map<String, String> storageOpt) {

  private static final Resources UNLIMITED =
      new Resources(Cpu.unlimited(), Memory.unlimited(), null, null, Map.of(), Map.of());

  public Resources {
    ulimits = Ordered.copy(ulimits);
    storageOpt = Ordered.copy(storageOpt);
  }

  /** No limit of any kind. */
  public static Resources unlimited() {
    return UNLIMITED;
  }
}
