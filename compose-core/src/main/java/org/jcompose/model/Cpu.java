package org.jcompose.model;

import org.jspecify.annotations.Nullable;

/**
 * What a service's containers may take of the processors (Compose Specification, {@code cpu_*},
 * {@code cpus}, {@code cpuset}). Null or 0: no limit.
 *
 * @param count usable processors; Windows only
 * @param percent usable share of all processors, in percent; Windows only
 * @param period length of a scheduling period, in microseconds
 * @param quota processor time within a period, in microseconds
 * @param rtPeriod length of a real-time period, in microseconds
 * @param rtRuntime real-time processor time within such a period, in microseconds
 * @param cpus a number of processors, which may be a fraction
 * @param cpuset the processors to run on: {@code 0-3}, {@code 0,1}
 * @param shares weight relative to other containers
 */
public record Cpu(
    @Nullable Long count,
    @Nullable Float percent,
    @Nullable Long period,
    @Nullable Long quota,
    @Nullable Long rtPeriod,
    @Nullable Long rtRuntime,
    @Nullable Float cpus,
    @Nullable String cpuset,
    @Nullable Long shares) {

  private static final Cpu UNLIMITED =
      new Cpu(null, null, null, null, null, null, null, null, null);

  /** No limit of any kind. */
  public static Cpu unlimited() {
    return UNLIMITED;
  }
}
