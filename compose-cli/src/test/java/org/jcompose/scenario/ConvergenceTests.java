package org.jcompose.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.jcompose.scenario.Scenario.Exempt;

/** {@code up} leads from any state to what the file says, with no more than that takes. */
class ConvergenceTests {

  private static final String SERVER =
      """
          image: busybox
          x-process: {}
          stop_grace_period: 1s
          command: [sh, -c, "trap 'exit 0' TERM; sleep 3600 & wait"]
      """;

  @Scenario("A changed service must be replaced alone, and the plan must name what changed")
  void onlyWhatChangedIsReplaced(Scene scene) {
    scene.file("compose.yaml", twoServices("red"));
    scene.run("up", "-d").exits(0);
    Sight before = scene.look();

    scene.file("compose.yaml", twoServices("blue"));
    scene.run("plan").exits(0).says("environment.COLOR changed").says("web-1: it is up to date");
    scene.run("up", "-d").exits(0);

    Sight after = scene.look().shows("api: running\nweb: running\n");
    assertThat(after.ids("web")).isEqualTo(before.ids("web"));
    assertThat(after.ids("api")).doesNotContainAnyElementsOf(before.ids("api"));
    assertThat(after.service("api").answers("sh", "-c", "echo $COLOR")).isEqualTo("blue");
    scene.run("plan").exits(0).says("nothing to do");
  }

  private static String twoServices(String color) {
    return "services:\n  api:\n"
        + SERVER
        + "    environment:\n      COLOR: "
        + color
        + "\n      TOKEN: secret\n"
        + "  web:\n"
        + SERVER;
  }

  @Scenario(
      value =
          "A replaced container must keep its anonymous volumes, unless their renewal is asked for",
      exempt = @Exempt(world = World.PROCESS, because = "a process has no anonymous volumes"))
  void anonymousVolumesAreKept(Scene scene) {
    scene.file("compose.yaml", withData("one"));
    scene.run("up", "-d").exits(0);
    scene.look().service("db").answers("sh", "-c", "echo precious >/data/file");

    scene.file("compose.yaml", withData("two"));
    scene.run("up", "-d").exits(0);
    assertThat(scene.look().service("db").answers("cat", "/data/file")).isEqualTo("precious");

    scene.run("up", "-d", "--force-recreate", "-V").exits(0);
    assertThat(scene.look().service("db").answers("ls", "/data")).isEmpty();
  }

  private static String withData(String version) {
    return "services:\n  db:\n"
        + SERVER
        + "    volumes: [/data]\n    user: root\n"
        + "    environment: {VERSION: "
        + version
        + "}\n";
  }

  @Scenario("Scaling must leave what is there, and take the highest numbers first")
  void scalingKeepsTheLowestNumbers(Scene scene) {
    scene.file("compose.yaml", "services:\n  web:\n" + SERVER);
    scene.run("up", "-d", "--scale", "web=3").exits(0);
    Sight three = scene.look().shows("web: running\nweb: running\nweb: running\n");

    scene.run("up", "-d", "--scale", "web=2").exits(0);
    Sight two = scene.look().shows("web: running\nweb: running\n");

    assertThat(two.ids("web")).isEqualTo(three.ids("web").subList(0, 2));
  }

  @Scenario(
      value = "A changed network must be made anew, and its containers must be on it again",
      exempt = @Exempt(world = World.PROCESS, because = "processes have the host's network"))
  void changedNetworkIsMadeAnew(Scene scene) {
    scene.file("compose.yaml", withNetwork("one"));
    scene.run("up", "-d").exits(0);
    Sight before = scene.look();

    scene.file("compose.yaml", withNetwork("two"));
    scene.run("plan").exits(0).says("labels.version changed");
    scene.run("up", "-d").exits(0);

    Sight after = scene.look().shows("api: running\nweb: running\n");
    assertThat(after.ids("web")).isEqualTo(before.ids("web"));
    assertThat(after.service("web").networks())
        .isEqualTo(before.service("web").networks())
        .hasSize(1);
    scene.run("plan").exits(0).says("nothing to do");
  }

  private static String withNetwork(String version) {
    return "services:\n  api:\n"
        + SERVER
        + "  web:\n"
        + SERVER
        + "networks:\n  default:\n    labels: {version: "
        + version
        + "}\n";
  }

  @Scenario("Orphans must be named, and go when that is asked for")
  void orphansAreNamed(Scene scene) {
    scene.file("compose.yaml", twoServices("red"));
    scene.run("up", "-d").exits(0);
    scene.file("compose.yaml", "services:\n  web:\n" + SERVER);

    scene.run("up", "-d").exits(0).says("-api-1'");
    scene.look().shows("api: running\nweb: running\n");
    scene.run("up", "-d", "--remove-orphans").exits(0);
    scene.look().shows("web: running\n");
  }

  @Scenario("What any profile started must go down without it")
  void profilesAreSymmetric(Scene scene) {
    scene.file(
        "compose.yaml",
        "services:\n  web:\n" + SERVER + "  debug:\n" + SERVER + "    profiles: [tools]\n");
    scene.run("--profile", "tools", "up", "-d").exits(0);
    scene.look().shows("debug: running\nweb: running\n");

    scene.run("down").exits(0);
    scene.look().showsNothing();
  }

  @Scenario(
      "A one-shot that completed must not run again until it changes, and the plan must say so")
  void completedOneShotIsKept(Scene scene) {
    scene.file("compose.yaml", withSeed("one"));
    scene.run("up", "-d", "--wait").exits(0);
    String seed = scene.look().service("seed").id();

    scene.run("plan").exits(0).says("it completed, and has not changed since");
    scene.run("up", "-d", "--wait").exits(0);
    assertThat(scene.look().service("seed").id()).isEqualTo(seed);

    scene.file("compose.yaml", withSeed("two"));
    scene.run("up", "-d", "--wait").exits(0);
    Sight again = scene.look().shows("seed: exited 0\nweb: running\n");
    assertThat(again.service("seed").id()).isNotEqualTo(seed);
  }

  private static String withSeed(String version) {
    return "services:\n  seed:\n    image: busybox\n    x-process: {}\n    command: [sh, -c, 'exit 0']\n"
        + "    environment: {VERSION: "
        + version
        + "}\n  web:\n"
        + SERVER
        + "    depends_on: {seed: {condition: service_completed_successfully}}\n";
  }

  @Scenario(
      "A container that its policy brings back must not fail a wait until the policy gives up")
  void restartsAreNoFailureUntilTheyEnd(Scene scene) {
    scene.file(
        "compose.yaml",
        "services:\n  job:\n    image: busybox\n    x-process: {}\n    restart: on-failure:2\n"
            + "    command: [sh, -c, 'echo no luck; exit 7']\n"
            + "  web:\n"
            + SERVER
            + "    depends_on: {job: {condition: service_completed_successfully}}\n");
    scene
        .run("up", "-d", "--wait")
        .exits(1)
        .says("service 'job' ended with exit code 7")
        .says("no luck");
    assertThat(scene.look().service("job").restarts()).isEqualTo(2);
    scene.look().shows("job: exited 7\nweb: created\n");
  }

  @Scenario("An external network must be there, and the error must name it")
  void missingExternalNetworkIsNamed(Scene scene) {
    scene.file(
        "compose.yaml",
        "services:\n  web:\n"
            + SERVER
            + "    volumes: [data:/data]\nvolumes:\n  data: {external: true, name: nobodys-data}\n");
    scene.run("up", "-d").exits(1).says("volume 'nobodys-data' is external");
  }
}
