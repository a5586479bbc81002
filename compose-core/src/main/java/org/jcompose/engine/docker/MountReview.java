package org.jcompose.engine.docker;

import org.jcompose.model.Mount;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/** Looks through what a service mounts for what an engine would leave out. */
final class MountReview {

  private final Findings findings;
  private final boolean podman;

  private MountReview(Findings findings, boolean podman) {
    this.findings = findings;
    this.podman = podman;
  }

  static void service(Findings findings, boolean podman, String path, Service service) {
    MountReview review = new MountReview(findings, podman);
    for (int i = 0; i < service.volumes().size(); i++) {
      review.mount(path + ".volumes." + i, service.volumes().get(i));
    }
  }

  private void mount(String path, Mount mount) {
    Mount.VolumeOptions volume = mount.volume();
    if (volume != null && volume.subpath() != null) {
      findings.refuseWithout(
          Features.VOLUME_SUBPATH,
          path + ".volume.subpath",
          "'subpath' needs Docker API %s; without it all of the volume would be mounted");
    }
    if (mount.type() == Mount.Type.IMAGE) {
      findings.refuseWithout(
          Features.IMAGE_MOUNT, path + ".type", "a mount of type 'image' needs Docker API %s");
    }
    if (mount.type() == Mount.Type.CLUSTER) {
      findings.refuseWithout(
          Features.CLUSTER_MOUNT, path + ".type", "a mount of type 'cluster' needs Docker API %s");
    }
    if (mount.type() == Mount.Type.NPIPE) {
      findings.warn(path + ".type", "a mount of type 'npipe' is for Windows only", null);
    }
    if (mount.type() == Mount.Type.BIND) {
      bind(path + ".bind.", mount, mount.bind());
    }
  }

  private void bind(String path, Mount mount, Mount.@Nullable BindOptions bind) {
    boolean create = bind == null || bind.createHostPath();
    boolean colon = (mount.source() + mount.target()).contains(":");
    boolean selective = MountRequests.isSelective(bind);
    if (bind != null && !create && podman) {
      findings.warn(
          path + "create_host_path", "'create_host_path: false' has no effect with Podman", null);
    } else if (bind != null && !create && bind.selinux() != null && !selective && !colon) {
      findings.warn(
          path + "create_host_path",
          "'create_host_path: false' has no effect with 'selinux'",
          "leave one of the two out");
    }
    if (create && (colon || selective)) {
      findings.warnWithout(
          Features.CREATE_MOUNTPOINT,
          path + "create_host_path",
          "'create_host_path'"
              + (colon ? " of a path with a colon" : " with 'recursive'")
              + " needs Docker API %s");
    }
    if (bind != null && bind.selinux() != null && (colon || selective)) {
      findings.warn(
          path + "selinux",
          "'selinux' has no effect with " + (colon ? "a colon in a path" : "'recursive'"),
          "leave one of the two out");
    }
    if (bind != null && selective) {
      recursion(path + "recursive", String.valueOf(bind.recursive()));
    }
  }

  private void recursion(String path, String recursive) {
    if (recursive.equals("disabled")) {
      findings.refuseWithout(
          Features.NON_RECURSIVE, path, "'recursive: disabled' needs Docker API %s");
    } else {
      findings.refuseWithout(
          Features.READ_ONLY_RECURSION, path, "'recursive: " + recursive + "' needs Docker API %s");
    }
  }
}
