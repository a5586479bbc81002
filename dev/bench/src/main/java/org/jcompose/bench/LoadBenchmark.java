package org.jcompose.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jcompose.canonical.CanonicalForm;
import org.jcompose.graph.ServiceGraph;
import org.jcompose.load.LoadRequest;
import org.jcompose.load.Loader;
import org.jcompose.model.Project;
import org.jcompose.problem.Problems;
import org.jcompose.problem.Source;
import org.jcompose.yaml.Node;
import org.jcompose.yaml.YamlReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The parts of loading, each from the files on. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LoadBenchmark {

  private static final Map<String, String> ENVIRONMENT = Map.of("TAG", "1.2.3");

  /** How many services the project has. */
  @Param({"10", "100", "1000", "10000"})
  public int services;

  private Stack stack;
  private String text;
  private Project project;

  /** Writes the files. */
  @Setup(Level.Trial)
  public void write() {
    stack = Stack.write(services);
    text = stack.read(Stack.FILE);
    project = load(Stack.FILE);
  }

  /** Deletes the files. */
  @TearDown(Level.Trial)
  public void delete() {
    stack.delete();
  }

  /** YAML text to nodes. */
  @Benchmark
  public List<Node> parse() {
    return new YamlReader(Source.of(Stack.FILE, text), new Problems()).read(text);
  }

  /** A file to a project. */
  @Benchmark
  public Project load() {
    return load(Stack.FILE);
  }

  /** A file to the order in which services start: what the target is set for. */
  @Benchmark
  public List<String> order() {
    return ServiceGraph.of(load(Stack.FILE).services().values()).order();
  }

  /** Two files to a project. */
  @Benchmark
  public Project merged() {
    return load(Stack.FILE, Stack.OVERRIDE);
  }

  /** A file with variables to a project. */
  @Benchmark
  public Project interpolated() {
    return load(Stack.INTERPOLATED);
  }

  /** A project to its canonical form as YAML. */
  @Benchmark
  public String yaml() {
    return CanonicalForm.yaml(project);
  }

  /** A project to its canonical form as JSON. */
  @Benchmark
  public String json() {
    return CanonicalForm.json(project);
  }

  private Project load(String... files) {
    LoadRequest request =
        LoadRequest.in(stack.folder()).files(files).environment(ENVIRONMENT).build();
    return new Loader().load(request).project();
  }
}
