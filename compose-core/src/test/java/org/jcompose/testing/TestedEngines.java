package org.jcompose.testing;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** The engines that tests of this run have used, for the report at its end. */
public final class TestedEngines {

  private static final Set<String> RECORDED = new ConcurrentSkipListSet<>();

  private TestedEngines() {}

  /**
   * Records that an engine was used; any thread may, any number of times.
   *
   * @param engine its name, with its version where it has one: {@code memory}, {@code docker 28.5.2
   *     (API 1.51)}
   */
  public static void record(String engine) {
    RECORDED.add(engine);
  }

  static List<String> recorded() {
    return List.copyOf(RECORDED);
  }
}
