package org.jcompose.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes which engines a test run used and which tests it skipped for want of something, as lines
 * of {@code target/engines/<process>.txt} that {@code ./test} sums up: {@code tested <engine>} and
 * {@code skipped <need> <number of tests> <why>}. JUnit finds it by {@code ServiceLoader} in every
 * module that has this package.
 */
public final class EngineReport implements TestExecutionListener {

  private final Map<String, Skips> skips = new ConcurrentSkipListMap<>();
  private volatile TestPlan plan;

  @Override
  public void testPlanExecutionStarted(TestPlan started) {
    plan = started;
  }

  @Override
  public void executionSkipped(TestIdentifier skipped, String reason) {
    MissingNeed.parse(reason)
        .ifPresent(
            missing ->
                skips.merge(
                    missing.need(), new Skips(testsIn(skipped), missing.why()), Skips::plus));
  }

  @Override
  public void testPlanExecutionFinished(TestPlan finished) {
    List<String> lines = new ArrayList<>();
    TestedEngines.recorded().forEach(engine -> lines.add("tested " + engine));
    skips.forEach(
        (need, skip) -> lines.add("skipped " + need + " " + skip.tests() + " " + skip.why()));
    if (!lines.isEmpty()) {
      write(lines);
    }
  }

  private long testsIn(TestIdentifier skipped) {
    long below = plan.getDescendants(skipped).stream().filter(TestIdentifier::isTest).count();
    // A factory or a parameterized test that did not start has no children yet.
    return Math.max(1, below);
  }

  private static void write(List<String> lines) {
    Path folder = Path.of(System.getProperty("jcompose.engines", "target/engines"));
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve(ProcessHandle.current().pid() + ".txt"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Skips(long tests, String why) {

    Skips plus(Skips other) {
      return new Skips(tests + other.tests, why);
    }
  }
}
