package org.jcompose.scenario;

class StartOrderTests {

  @Scenario(
      "Each service must start once the conditions of its own dependencies hold, whatever the"
          + " others are doing, and down must leave nothing")
  void tenServicesGoUpInOrderAndDownWithoutLeftovers(Scene scene) {
    scene.file("ten-services.yaml");

    scene.run("up", "-d", "--wait").exits(0);

    scene
        .look()
        .shows(
            """
            api: running
            cache: running, healthy
            cron: running
            db: running, healthy
            mailer: running
            migrate: exited 0
            queue: running
            seed: exited 0
            web: running
            worker: running
            """);
    assertStartedInOrder(scene.look());

    try (Chronicle chronicle = scene.listen()) {
      scene.run("down", "-v").exits(0);
      assertEndedInOrder(chronicle);
    }
    scene.look().showsNothing();
  }

  private static void assertStartedInOrder(Sight sight) {
    Moment dbReady = sight.service("db").said("ready");
    Moment cacheReady = sight.service("cache").said("ready");
    Moment queue = sight.service("queue").started();
    Moment migrated = sight.service("migrate").completed();
    Moment seeded = sight.service("seed").completed();
    Moment web = sight.service("web").started();

    sight.service("mailer").started().isAfter(queue);
    sight.service("migrate").started().isAfter(dbReady);
    sight.service("seed").started().isAfter(migrated);
    sight.service("api").started().isAfter(cacheReady, queue, seeded);
    sight.service("worker").started().isAfter(queue, migrated);
    web.isAfter(sight.service("api").started(), cacheReady);
    sight.service("cron").started().isAfter(web, sight.service("worker").started());
  }

  private static void assertEndedInOrder(Chronicle chronicle) {
    Moment web = chronicle.ended("web");
    Moment api = chronicle.ended("api");

    web.isAfter(chronicle.ended("cron"));
    chronicle.ended("worker").isAfter(chronicle.ended("cron"));
    api.isAfter(web);
    chronicle.ended("cache").isAfter(api, web);
    chronicle.ended("queue").isAfter(api, chronicle.ended("worker"), chronicle.ended("mailer"));
    chronicle.ended("db").isAfter(api);
  }
}
