package org.jcompose.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.jcompose.engine.ComposeLabels;
import org.jcompose.engine.ContainerFile;
import org.jcompose.engine.ContainerFile.Kind;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.engine.VolumeSpec;
import org.jcompose.model.FileObject;
import org.jcompose.model.FileReference;
import org.jcompose.model.Mount;
import org.jcompose.model.Security;
import org.jcompose.model.Service;
import org.jcompose.model.Volume;
import org.jcompose.testing.TestEngine;
import org.junit.jupiter.api.Test;

/** That volumes, configs and secrets are in real containers as the file says. */
abstract class MountAttributes extends RealContainers {

  private static final String LISTING = "stat -c '%n %u:%g %a'";

  MountAttributes(TestEngine engineUnderTest) {
    super(engineUnderTest);
  }

  @Test
  void volumeHasItsDriverOptionsAndLabels() {
    Volume volume =
        new Volume(
            "data",
            project + "_data",
            false,
            "local",
            Map.of("type", "tmpfs", "device", "tmpfs", "o", "size=1m"),
            Map.of());
    engine.createVolume(new VolumeSpec(volume, Map.of(ComposeLabels.PROJECT, project, "a", "b")));
    Json made = ask("/volumes/" + volume.name());
    assertThat(made.texts("Options"))
        .containsEntry("type", "tmpfs")
        .containsEntry("device", "tmpfs");
    assertThat(made.texts("Labels")).containsEntry("a", "b");
  }

  @Test
  void anonymousVolumeHasItsLabels() {
    Mount.VolumeOptions options = new Mount.VolumeOptions(true, null, Map.of("tier", "back"));
    Mount mount = new Mount(Mount.Type.VOLUME, null, "/bin", false, null, null, options, null);
    Json container = created(says("true").volumes(List.of(mount)));
    assumeFalse(isPodman(), "Podman gives anonymous volumes no labels");
    String name = (String) at(container, "Mounts.0.Name");
    assertThat(ask("/volumes/" + name).texts("Labels")).containsEntry("tier", "back");
    assertThat(at(container, "HostConfig.Mounts.0.VolumeOptions.NoCopy")).isEqualTo(true);
  }

  @Test
  void partOfAVolumeIsMounted() {
    assumeTrue(Features.VOLUME_SUBPATH.isIn(version()), "it is newer than this engine");
    Volume volume = Volume.of("data", project + "_data");
    engine.createVolume(new VolumeSpec(volume, Map.of(ComposeLabels.PROJECT, project)));
    Mount whole = new Mount(Mount.Type.VOLUME, volume.name(), "/d", false, null, null, null, null);
    Mount.VolumeOptions options = new Mount.VolumeOptions(false, "sub", Map.of());
    Mount part =
        new Mount(Mount.Type.VOLUME, volume.name(), "/p", false, null, null, options, null);
    output(spec(says("mkdir /d/sub; echo inner > /d/sub/f").volumes(List.of(whole))));
    engine.removeContainer(project + "-web-1", true);
    assertThat(output(spec(says("cat /p/f").volumes(List.of(part))))).containsExactly("inner");
  }

  @Test
  void imageIsMounted() {
    assumeTrue(Features.IMAGE_MOUNT.isIn(version()), "it is newer than this engine");
    Mount mount =
        new Mount(
            Mount.Type.IMAGE,
            RealEngines.IMAGE,
            "/i",
            false,
            null,
            null,
            null,
            null,
            new Mount.ImageOptions("bin"));
    assertThat(
            output(
                spec(says("ls /i/sh; touch /i/x 2>/dev/null || echo ro").volumes(List.of(mount)))))
        .startsWith("/i/sh");
  }

  @Test
  void bindKeepsToItsRecursionAndPropagation() {
    Mount.BindOptions rslave = new Mount.BindOptions(false, "rslave", null, "disabled");
    Mount plain =
        new Mount(Mount.Type.BIND, folder.toString(), "/in", true, null, rslave, null, null);
    Json container = created(says("true").volumes(List.of(plain)));
    assumeFalse(isPodman(), "Podman does not say what it was asked for");
    assertThat(at(container, "HostConfig.Mounts.0.BindOptions"))
        .hasToString("{Propagation=rslave, NonRecursive=true}");
    assertThat(at(container, "Mounts.0.Propagation")).isEqualTo("rslave");
  }

  @Test
  void filesHaveTheirOwnerModeAndContent() throws IOException {
    List<ContainerFile> files =
        List.of(
            file(Kind.CONFIG, reference("plain", null, null, null, null), null, "one"),
            file(Kind.CONFIG, reference("owned", "/etc/x/owned", "5", "6", 0440), null, "two"),
            file(Kind.SECRET, reference("s", null, null, null, 0400), null, "three"),
            file(
                Kind.SECRET,
                reference("long", "/" + "d".repeat(120) + "/ä", "7", null, null),
                null,
                "four"));
    String script =
        LISTING
            + " /plain /etc/x/owned /run/secrets/s;"
            + " cat /plain /run/secrets/s /ddd*/*; echo; cat /etc/x/owned 2>/dev/null || echo theirs";
    assertThat(output(spec("web", says(script).user("1234:1234"), Map.of(), files)))
        .containsExactly(
            "/plain 1234:1234 444",
            "/etc/x/owned 5:6 440",
            "/run/secrets/s 1234:1234 400",
            "onethreefour",
            "theirs");
  }

  @Test
  void filesOfTheHostAreMountedUnlessTheyAreOwned() throws IOException {
    String source = Files.writeString(folder.resolve("f"), "text\n").toString();
    List<ContainerFile> files =
        List.of(
            file(Kind.SECRET, reference("bound", null, null, null, null), source, null),
            file(Kind.SECRET, reference("owned", null, "9", "9", 0400), source, null));
    String script = "cat /run/secrets/*; " + LISTING + " /run/secrets/owned";
    assertThat(output(spec("web", says(script), Map.of(), files)))
        .containsExactly("text", "text", "/run/secrets/owned 9:9 400");
    Json container = ask("/containers/" + project + "-web-1/json");
    assertThat(container.list("Mounts")).hasSize(1);
    assertThat(values(container, "Mounts.0.Source", "Mounts.0.Destination", "Mounts.0.RW"))
        .isEqualTo(
            "Mounts.0.Source: "
                + source
                + "\nMounts.0.Destination: /run/secrets/bound\nMounts.0.RW: false\n");
  }

  @Test
  void filesReachContainersThatAreReadOnlyOrCoverThem() {
    Security readOnly = new Security(List.of(), List.of(), false, true, List.of(), List.of(), null);
    List<ContainerFile> files =
        List.of(
            file(Kind.SECRET, reference("s", null, null, null, 0440), null, "secret"),
            file(Kind.CONFIG, reference("c", "/etc/c", "3", "4", null), null, "config"));
    String script =
        "cat /run/secrets/s /etc/c; echo; " + LISTING + " /run/secrets/s /etc/c; ls /etc/passwd";
    Service.Builder service = says(script).security(readOnly).tmpfs(List.of("/run"));
    ContainerSpec spec = spec("web", service, Map.of(), files);
    assertThat(output(spec))
        .containsExactly("secretconfig", "/run/secrets/s 0:0 440", "/etc/c 3:4 444", "/etc/passwd");
    List<String> volumes =
        ask("/containers/" + spec.name() + "/json").list("Mounts").stream()
            .filter(mount -> mount.text("Type").equals("volume"))
            .map(mount -> mount.text("Name"))
            .toList();
    assertThat(volumes).hasSize(2);
    engine.removeContainer(spec.name(), false);
    assertThat(ask("/volumes").list("Volumes"))
        .extracting(volume -> volume.text("Name"))
        .doesNotContainAnyElementsOf(volumes);
  }

  @Test
  void contentIsNowhereButInTheContainer() {
    List<ContainerFile> files =
        List.of(file(Kind.SECRET, reference("s", null, null, null, null), null, "pass-phrase"));
    Json container = created(spec("web", says("true"), Map.of(), files));
    assertThat(container.toString()).doesNotContain("pass-phrase");
    assertThat(files.toString()).doesNotContain("pass-phrase");
  }

  @Test
  void containerMayUseTheEngine() {
    Json container = created(says("true").useApiSocket(true));
    assertThat(container.list("Mounts"))
        .anyMatch(mount -> mount.text("Destination").equals("/var/run/docker.sock"));
    assertThat(container.at("Config").list("Env"))
        .extracting(Json::text)
        .contains("DOCKER_CONFIG=/run/secrets/docker");
  }

  private static FileReference reference(
      String source, String target, String uid, String gid, Integer mode) {
    return new FileReference(source, target, uid, gid, mode);
  }

  private static ContainerFile file(
      Kind kind, FileReference reference, String path, String content) {
    String key = reference.source();
    return new ContainerFile(
        kind,
        reference,
        new FileObject(key, key, path, null, content, false, Map.of(), null, Map.of(), null));
  }
}
