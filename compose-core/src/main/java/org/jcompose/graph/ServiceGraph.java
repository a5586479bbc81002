package org.jcompose.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jcompose.model.Service;
import org.jgrapht.Graph;
import org.jgrapht.Graphs;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.AsUnmodifiableGraph;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.traverse.TopologicalOrderIterator;

/**
 * Which services depend on which. An edge leads from a service to the one that depends on it; a
 * dependency on a service that is not among those given has no edge. Everything comes in the same
 * order on every run: ties are broken by name.
 */
public final class ServiceGraph {

  private final Graph<String, DefaultEdge> graph;

  private ServiceGraph(Graph<String, DefaultEdge> graph) {
    this.graph = new AsUnmodifiableGraph<>(graph);
  }

  /** The graph of the given services. */
  public static ServiceGraph of(Collection<Service> services) {
    Map<String, Set<String>> dependencies = new TreeMap<>();
    services.forEach(it -> dependencies.put(it.name(), it.dependsOn().keySet()));
    return of(dependencies);
  }

  /** The graph of services by their names, each with the names of those that it depends on. */
  public static ServiceGraph of(Map<String, Set<String>> dependencies) {
    Graph<String, DefaultEdge> graph = new DefaultDirectedGraph<>(DefaultEdge.class);
    dependencies.keySet().stream().sorted().forEach(graph::addVertex);
    dependencies.forEach(
        (name, needed) ->
            needed.stream()
                .filter(graph::containsVertex)
                .forEach(dependency -> graph.addEdge(dependency, name)));
    return new ServiceGraph(graph);
  }

  /**
   * The names of all services, each after those that it depends on.
   *
   * @throws IllegalStateException if there is a cycle
   */
  public List<String> order() {
    List<String> order = new ArrayList<>();
    try {
      new TopologicalOrderIterator<>(graph, Comparator.<String>naturalOrder())
          .forEachRemaining(order::add);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("services depend on one another in a cycle", e);
    }
    return order;
  }

  /** The services that the given one depends on directly, by name. */
  public Set<String> dependenciesOf(String service) {
    return new TreeSet<>(Graphs.predecessorListOf(graph, service));
  }

  /** The services that depend on the given one directly, by name. */
  public Set<String> dependentsOf(String service) {
    return new TreeSet<>(Graphs.successorListOf(graph, service));
  }

  /** The given services and all that they depend on, directly or not, by name. */
  public Set<String> withDependencies(Collection<String> services) {
    Set<String> reached = new TreeSet<>();
    Deque<String> left = new ArrayDeque<>(services);
    while (!left.isEmpty()) {
      String next = left.remove();
      if (reached.add(next)) {
        left.addAll(Graphs.predecessorListOf(graph, next));
      }
    }
    return reached;
  }

  /**
   * The cycles, one for each group of services that all depend on one another: a shortest path that
   * leads from the group's smallest name, each service to one that it depends on, back to that
   * name.
   */
  public List<List<String>> cycles() {
    return new KosarajuStrongConnectivityInspector<>(graph)
        .stronglyConnectedSets().stream()
            .filter(this::isCyclic)
            .map(this::shortestCycle)
            .sorted(Comparator.comparing(cycle -> cycle.get(0)))
            .toList();
  }

  private boolean isCyclic(Set<String> group) {
    String any = group.iterator().next();
    return group.size() > 1 || graph.containsEdge(any, any);
  }

  /**
   * One search, within the group alone: there may be as many groups, or edges, as there are lines.
   */
  private List<String> shortestCycle(Set<String> group) {
    String smallest = Collections.min(group);
    Map<String, String> reachedFrom = new HashMap<>();
    Deque<String> left = new ArrayDeque<>(List.of(smallest));
    while (!reachedFrom.containsKey(smallest)) {
      String next = left.remove();
      for (String dependency : dependenciesOf(next)) {
        if (group.contains(dependency) && reachedFrom.putIfAbsent(dependency, next) == null) {
          left.add(dependency);
        }
      }
    }
    Deque<String> cycle = new ArrayDeque<>(List.of(smallest));
    do {
      cycle.addFirst(reachedFrom.getOrDefault(cycle.getFirst(), smallest));
    } while (!cycle.getFirst().equals(smallest));
    return List.copyOf(cycle);
  }
}
