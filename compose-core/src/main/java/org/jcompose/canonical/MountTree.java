package org.jcompose.canonical;

import java.util.Map;
import org.jcompose.model.Mount;
import org.jspecify.annotations.Nullable;

/** Mounts as trees in the order of Docker Compose's own structures. */
final class MountTree {

  private MountTree() {}

  static Map<String, @Nullable Object> of(Mount mount) {
    return new Tree()
        .put("type", mount.type().key())
        .put("source", mount.source())
        .put("target", mount.target())
        .put("read_only", mount.readOnly())
        .put("consistency", mount.consistency())
        .present("bind", bind(mount.bind()))
        .present("volume", volume(mount.volume()))
        .present("tmpfs", tmpfs(mount.tmpfs()))
        .present("image", image(mount.image()))
        .build();
  }

  private static @Nullable Map<String, @Nullable Object> bind(Mount.@Nullable BindOptions bind) {
    return bind == null
        ? null
        : new Tree()
            .put("selinux", bind.selinux())
            .put("propagation", bind.propagation())
            .put("create_host_path", bind.createHostPath())
            .put("recursive", bind.recursive())
            .build();
  }

  private static @Nullable Map<String, @Nullable Object> volume(
      Mount.@Nullable VolumeOptions volume) {
    return volume == null
        ? null
        : new Tree()
            .put("labels", volume.labels())
            .put("nocopy", volume.nocopy())
            .put("subpath", volume.subpath())
            .build();
  }

  private static @Nullable Map<String, @Nullable Object> tmpfs(Mount.@Nullable TmpfsOptions tmpfs) {
    return tmpfs == null
        ? null
        : new Tree().put("size", LimitTree.size(tmpfs.size())).put("mode", tmpfs.mode()).build();
  }

  private static @Nullable Map<String, @Nullable Object> image(Mount.@Nullable ImageOptions image) {
    return image == null ? null : new Tree().put("subpath", image.subpath()).build();
  }
}
