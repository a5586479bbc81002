package org.jcompose.bench;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks and prints a table of them, in milliseconds: warm, cold (the first load of a
 * new process, without its start), and Docker Compose on the same file, if its program is named.
 */
public final class LoadTable {

  private static final int RUNS = 11;

  /** However long each takes. */
  private static final int LEAST_RUNS = 3;

  private static final int COLD_RUNS = 5;
  private static final int WARM_UP = 5;
  private static final int MEASURED = 5;
  private static final List<String> PARTS =
      List.of("parse", "load", "order", "merged", "interpolated", "yaml", "json");

  /** Milliseconds by column, by number of services. */
  private final Map<Integer, Map<String, Double>> rows = new TreeMap<>();

  private LoadTable() {}

  /** The program of Docker Compose, or nothing, and how many services there are to be. */
  public static void main(String[] args) throws RunnerException, IOException, InterruptedException {
    LoadTable table = new LoadTable();
    String benchmark = LoadBenchmark.class.getName();
    String[] services = Arrays.copyOfRange(args, Math.min(1, args.length), args.length);
    table.run(sized(warm(benchmark + ".*"), services), "");
    table.run(sized(cold(benchmark + ".order"), services), "cold ");
    if (args.length > 0 && !args[0].isEmpty()) {
      table.time(args[0]);
    }
    table.print();
  }

  private static ChainedOptionsBuilder sized(ChainedOptionsBuilder options, String[] services) {
    return services.length == 0 ? options : options.param("services", services);
  }

  private static ChainedOptionsBuilder warm(String benchmarks) {
    return new OptionsBuilder()
        .include(benchmarks)
        .forks(1)
        .shouldFailOnError(true)
        .warmupIterations(WARM_UP)
        .measurementIterations(MEASURED)
        .warmupTime(TimeValue.seconds(1))
        .measurementTime(TimeValue.seconds(1));
  }

  private static ChainedOptionsBuilder cold(String benchmarks) {
    return new OptionsBuilder()
        .include(benchmarks)
        .mode(Mode.SingleShotTime)
        .forks(COLD_RUNS)
        .shouldFailOnError(true)
        .warmupIterations(0)
        .measurementIterations(1);
  }

  private void run(ChainedOptionsBuilder options, String prefix) throws RunnerException {
    Collection<RunResult> results = new Runner(options.build()).run();
    for (RunResult result : results) {
      String label = result.getPrimaryResult().getLabel();
      int services = Integer.parseInt(result.getParams().getParam("services"));
      double median = result.getPrimaryResult().getStatistics().getPercentile(50);
      row(services).put(prefix + label, median);
    }
  }

  private void time(String program) throws IOException, InterruptedException {
    for (int services : rows.keySet()) {
      Stack stack = Stack.write(services);
      try {
        row(services).put("docker", median(program, stack));
      } finally {
        stack.delete();
      }
    }
  }

  private static double median(String program, Stack stack)
      throws IOException, InterruptedException {
    List<Double> times = new ArrayList<>();
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (times.size() < RUNS && (times.size() < LEAST_RUNS || System.nanoTime() < end)) {
      long start = System.nanoTime();
      Process process =
          new ProcessBuilder(program, "-f", Stack.FILE, "config", "-q")
              .directory(stack.folder().toFile())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectErrorStream(true)
              .redirectInput(new File("/dev/null"))
              .start();
      if (process.waitFor() != 0) {
        throw new IOException("'" + program + "' refuses the benchmark's file");
      }
      times.add((System.nanoTime() - start) / (double) TimeUnit.MILLISECONDS.toNanos(1));
    }
    return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
  }

  private Map<String, Double> row(int services) {
    return rows.computeIfAbsent(services, key -> new TreeMap<>());
  }

  private void print() {
    List<String> columns = new ArrayList<>(PARTS);
    columns.add("cold order");
    columns.add("docker");
    StringBuilder text = new StringBuilder("\n| services | " + String.join(" | ", columns));
    text.append(" | order : docker |\n|").append("---:|".repeat(columns.size() + 2)).append('\n');
    rows.forEach((services, row) -> text.append(line(services, columns, row)));
    text.append("\nMilliseconds, medians: ");
    text.append(MEASURED).append(" seconds warm, ").append(COLD_RUNS).append(" processes cold, ");
    text.append(LEAST_RUNS).append(" to ").append(RUNS);
    text.append(" runs of docker-compose config -q, as many as a minute has room for.\n");
    System.out.print(text);
  }

  private static String line(int services, List<String> columns, Map<String, Double> row) {
    StringBuilder line = new StringBuilder("| " + services);
    columns.forEach(column -> line.append(" | ").append(number(row.get(column))));
    Double order = row.get("order");
    Double docker = row.get("docker");
    Double ratio = order == null || docker == null ? null : order / docker;
    return line.append(" | ").append(number(ratio)).append(" |\n").toString();
  }

  private static String number(@Nullable Double value) {
    return value == null ? "" : String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
  }
}
