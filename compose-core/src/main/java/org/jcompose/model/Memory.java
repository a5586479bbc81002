package org.jcompose.model;

import org.jspecify.annotations.Nullable;

/**
 * What a service's containers may take of the memory (Compose Specification, {@code mem_*}, {@code
 * memswap_limit}, {@code oom_*}, {@code shm_size}). Null or 0: no limit, or the engine's default.
 *
 * @param limit in bytes
 * @param reservation in bytes, kept to when memory is short
 * @param swapLimit memory and swap together, in bytes; -1: no limit of swap
 * @param swappiness from 0 to 100
 * @param shmSize of {@code /dev/shm}, in bytes
 * @param oomKillDisable whether nothing is killed when the limit is reached
 * @param oomScoreAdj from -1000 (last to be killed) to 1000
 */
public record Memory(
    @Nullable Long limit,
    @Nullable Long reservation,
    @Nullable Long swapLimit,
    @Nullable Long swappiness,
    @Nullable Long shmSize,
    boolean oomKillDisable,
    @Nullable Long oomScoreAdj) {

  private static final Memory UNLIMITED = new Memory(null, null, null, null, null, false, null);

  /** No limit of any kind. */
  public static Memory unlimited() {
    return UNLIMITED;
  }
}
