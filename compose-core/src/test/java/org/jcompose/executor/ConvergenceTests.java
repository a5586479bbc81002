package org.jcompose.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jcompose.executor.Stack.service;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jcompose.engine.memory.MemoryEngine;
import org.jcompose.model.Mount;
import org.jcompose.model.Network;
import org.jcompose.model.NetworkUse;
import org.jcompose.model.Service;
import org.jcompose.plan.PlannedStep;
import org.jcompose.plan.UpOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From any state, by planning and running, to what is wanted. */
@Timeout(60)
class ConvergenceTests {

  private final MemoryEngine engine = MemoryEngine.create();
  private final Stack stack = new Stack(engine);

  @Test
  void whatChangedIsNamed() {
    stack.with(service("web").environment(Map.of("URL", "one", "TOKEN", "secret")));
    stack.up();
    stack.with(service("web").environment(Map.of("URL", "two", "TOKEN", "hidden")));
    assertThat(stack.plan(false, null).steps())
        .extracting(PlannedStep::cause)
        .first()
        .isEqualTo("environment.TOKEN and environment.URL changed");
  }

  @Test
  void anonymousVolumesAreKeptUnlessTheirRenewalIsAskedFor() {
    stack.with(data("web").user("a"));
    stack.up();
    List<String> first = engine.inspect("shop-web-1").volumes();
    assertThat(first).hasSize(1);
    stack.with(data("web").user("b"));
    stack.up();
    assertThat(engine.inspect("shop-web-1").volumes()).isEqualTo(first);
    stack.with(data("web").user("c"));
    stack.up(UpOptions.defaults().renewingAnonymousVolumes(true));
    assertThat(engine.inspect("shop-web-1").volumes()).hasSize(1).isNotEqualTo(first);
  }

  @Test
  void changedNetworkIsMadeAnewUnderItsContainers() {
    stack.network(network(Map.of())).with(onNetwork("db")).with(onNetwork("web"));
    stack.up();
    String id = engine.inspect("shop-web-1").id();
    stack.network(network(Map.of("mtu", "1400")));
    assertThat(stack.up().isSuccess()).isTrue();
    assertThat(engine.inspect("shop-web-1").id()).isEqualTo(id);
    assertThat(engine.inspect("shop-web-1").isRunning()).isTrue();
    assertThat(engine.inspect("shop-web-1").networks()).containsExactly("shop_default");
    assertThat(stack.plan(false, null).isEmpty()).isTrue();
  }

  @Test
  void containerThatSharesANetworkFollowsItsOwner() {
    stack.with(service("db")).with(sharing("side"));
    stack.up();
    assertThat(stack.plan(false, null).isEmpty()).isTrue();
    String before = engine.inspect("shop-side-1").id();
    stack.with(service("db").user("other"));
    assertThat(stack.up().isSuccess()).isTrue();
    assertThat(engine.inspect("shop-side-1").id()).isNotEqualTo(before);
    assertThat(stack.plan(false, null).isEmpty()).isTrue();
  }

  @Test
  void scalingDownKeepsTheLowestNumbers() {
    stack.with(service("web").scale(3));
    stack.up();
    stack.up(scaled(1));
    assertThat(stack.names()).containsExactly("shop-web-1");
  }

  private static UpOptions scaled(int number) {
    Map<String, Integer> scale = Map.of("web", number);
    return new UpOptions(Set.of(), UpOptions.Recreate.DIVERGED, scale, false, null, false, null);
  }

  private static Service.Builder data(String name) {
    Mount mount = new Mount(Mount.Type.VOLUME, null, "/data", false, null, null, null, null);
    return service(name).volumes(List.of(mount));
  }

  private static Service.Builder sharing(String name) {
    return service(name).networkMode("service:db").dependsOn(Stack.on("db started"));
  }

  private static Service.Builder onNetwork(String name) {
    return service(name).networks(Map.of("default", NetworkUse.plain()));
  }

  private static Network network(Map<String, String> options) {
    return new Network(
        "default", "shop_default", false, null, options, false, false, null, null, null, Map.of());
  }
}
