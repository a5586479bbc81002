package org.jcompose.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcompose.model.Dependency;
import org.jcompose.model.Service;
import org.junit.jupiter.api.Test;

class ServiceGraphTests {

  @Test
  void orderPutsDependenciesFirstAndBreaksTiesByName() {
    assertThat(graph("web: api cache", "api: db", "db:", "cache:").order())
        .containsExactly("cache", "db", "api", "web");
  }

  @Test
  void dependencyThatIsNotThereHasNoEdge() {
    ServiceGraph graph = graph("web: db gone", "db:");

    assertThat(graph.dependenciesOf("web")).containsExactly("db");
    assertThat(graph.order()).containsExactly("db", "web");
  }

  @Test
  void subsetHoldsDependenciesOfDependencies() {
    ServiceGraph graph = graph("web: api", "api: db", "db:", "other: db");

    assertThat(graph.withDependencies(List.of("web"))).containsExactly("api", "db", "web");
    assertThat(graph.dependentsOf("db")).containsExactly("api", "other");
  }

  @Test
  void graphWithoutCycleHasNone() {
    assertThat(graph("web: api db", "api: db", "db:").cycles()).isEmpty();
  }

  @Test
  void cycleIsReportedOnceFromItsSmallestName() {
    assertThat(graph("c: a", "a: b", "b: c", "z: c").cycles())
        .containsExactly(List.of("a", "b", "c", "a"));
  }

  @Test
  void serviceThatDependsOnItselfIsACycle() {
    assertThat(graph("a: a").cycles()).containsExactly(List.of("a", "a"));
  }

  @Test
  void eachGroupOfServicesHasOneCycleAndTheShortest() {
    assertThat(graph("a: b", "b: c a", "c: a", "x: y", "y: x").cycles())
        .containsExactly(List.of("a", "b", "a"), List.of("x", "y", "x"));
  }

  @Test
  void cycleHasNoOrder() {
    assertThatThrownBy(graph("a: b", "b: a")::order).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void longChainIsOrderedWithoutRecursion() {
    List<String> chain = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      chain.add(String.format("s%05d:%s", i, i == 0 ? "" : String.format(" s%05d", i - 1)));
    }

    ServiceGraph graph = graph(chain.toArray(String[]::new));

    assertThat(graph.order()).hasSize(10_000).isSorted();
    assertThat(graph.cycles()).isEmpty();
  }

  /** Services written as {@code name: dependency dependency ...}. */
  private static ServiceGraph graph(String... services) {
    return ServiceGraph.of(List.of(services).stream().map(ServiceGraphTests::service).toList());
  }

  private static Service service(String text) {
    String[] parts = text.split(":\\s*", -1);
    Map<String, Dependency> dependsOn = new LinkedHashMap<>();
    for (String name : parts[1].split(" ", -1)) {
      if (!name.isEmpty()) {
        dependsOn.put(name, Dependency.started());
      }
    }
    return Service.builder(parts[0]).dependsOn(dependsOn).build();
  }
}
