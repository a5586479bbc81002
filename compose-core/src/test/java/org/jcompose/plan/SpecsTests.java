package org.jcompose.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.engine.NetworkSpec;
import org.jcompose.engine.VolumeSpec;
import org.jcompose.model.Dependency;
import org.jcompose.model.Mount;
import org.jcompose.model.Network;
import org.jcompose.model.NetworkUse;
import org.jcompose.model.Project;
import org.jcompose.model.Service;
import org.jcompose.model.Volume;
import org.junit.jupiter.api.Test;

/** The names, labels and aliases by which Docker Compose 2.40.3 knows its own resources. */
class SpecsTests {

  private static final Network FRONT = Network.of("front", "shop_front");
  private static final Network BACK = Network.of("back", "corp");
  private static final Volume DATA = Volume.of("data", "shop_data");

  private final Service db =
      Service.builder("db")
          .labels(Map.of("tier", "1"))
          .networks(Map.of("front", use(1, "database"), "back", use(5)))
          .volumes(List.of(mount("data"), mount(null)))
          .dependsOn(
              Map.of(
                  "seed",
                  new Dependency(Dependency.Condition.SERVICE_COMPLETED_SUCCESSFULLY, true, false),
                  "cache",
                  new Dependency(Dependency.Condition.SERVICE_HEALTHY, true, true)))
          .build();

  private final Specs specs =
      new Specs(
          Project.builder("shop", Path.of("/srv/shop"))
              .files(List.of(Path.of("/srv/shop/compose.yaml"), Path.of("/srv/shop/dev.yaml")))
              .services(Map.of("db", db))
              .networks(Map.of("front", FRONT, "back", BACK))
              .volumes(Map.of("data", DATA))
              .build(),
          new Hashes(service -> "5e1", network -> "4e7", volume -> "401"));

  @Test
  void linksNameTheContainersUnderAllTheirNames() {
    Service web = Service.builder("web").links(List.of("db:base")).build();
    assertThat(specs.container(web, 1).service().links())
        .containsExactly("shop-db-1:base", "shop-db-1:db-1", "shop-db-1:shop-db-1");
  }

  @Test
  void containerHasTheLabelsOfDockerCompose() {
    assertThat(text(specs.container(db, 2).labels()))
        .isEqualTo(
            """
            com.docker.compose.config-hash=5e1
            com.docker.compose.container-number=2
            com.docker.compose.depends_on=cache:service_healthy:true,\
            seed:service_completed_successfully:false
            com.docker.compose.oneoff=False
            com.docker.compose.project=shop
            com.docker.compose.project.config_files=/srv/shop/compose.yaml,/srv/shop/dev.yaml
            com.docker.compose.project.working_dir=/srv/shop
            com.docker.compose.service=db
            com.docker.compose.version=2.40.3
            tier=1""");
  }

  @Test
  void containerIsNamedByProjectServiceAndNumber() {
    assertThat(specs.container(db, 2).name()).isEqualTo("shop-db-2");
    Service named = db.toBuilder().containerName("postgres").build();
    assertThat(specs.container(named, 1).name()).isEqualTo("postgres");
  }

  @Test
  void networksComeByPriorityWithTheContainersOwnNamesFirst() {
    ContainerSpec spec = specs.container(db, 1);
    assertThat(spec.networks().keySet()).containsExactly("corp", "shop_front");
    assertThat(spec.networks().get("shop_front").aliases())
        .containsExactly("shop-db-1", "db", "database");
    assertThat(spec.networks().get("corp").aliases()).containsExactly("shop-db-1", "db");
  }

  @Test
  void volumesAreMountedUnderTheirNamesAtTheEngine() {
    assertThat(specs.container(db, 1).mounts())
        .extracting(Mount::source)
        .containsExactly("shop_data", null);
  }

  @Test
  void replacementHasItsOwnNameAndTheAliasesOfIt() {
    ContainerSpec spec = specs.replacement(db, 1, "0123456789ab_shop-db-1", "0123456789abcdef");
    assertThat(spec.name()).isEqualTo("0123456789ab_shop-db-1");
    assertThat(spec.inherits()).isEqualTo("0123456789abcdef");
    assertThat(spec.labels()).containsEntry("com.docker.compose.replace", "db-1");
    assertThat(spec.networks().get("corp").aliases()).containsExactly("shop-db-1", "db");
  }

  @Test
  void networksAndVolumesAreLabelledWithTheirKeys() {
    NetworkSpec network = specs.network(BACK);
    VolumeSpec volume = specs.volume(DATA);
    assertThat(text(network.labels()))
        .isEqualTo(
            """
            com.docker.compose.config-hash=4e7
            com.docker.compose.network=back
            com.docker.compose.project=shop
            com.docker.compose.version=2.40.3""");
    assertThat(text(volume.labels()))
        .isEqualTo(
            """
            com.docker.compose.config-hash=401
            com.docker.compose.project=shop
            com.docker.compose.version=2.40.3
            com.docker.compose.volume=data""");
  }

  private static NetworkUse use(int priority, String... aliases) {
    return NetworkUse.builder().aliases(List.of(aliases)).priority(priority).build();
  }

  private static Mount mount(String source) {
    return new Mount(Mount.Type.VOLUME, source, "/var/lib", false, null, null, null, null);
  }

  private static String text(Map<String, String> labels) {
    return new TreeMap<>(labels)
        .entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining("\n"));
  }
}
