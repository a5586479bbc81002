package org.jcompose.engine.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jcompose.model.Mount;
import org.jcompose.model.Mount.BindOptions;
import org.jcompose.model.Mount.ImageOptions;
import org.jcompose.model.Mount.TmpfsOptions;
import org.jcompose.model.Mount.VolumeOptions;
import org.jspecify.annotations.Nullable;

/**
 * What is mounted, as a request. A bind whose missing source is to be made goes into {@code Binds},
 * which every daemon makes and which alone can relabel for SELinux; everything else is a {@code
 * Mount}, as plain JSON, because docker-java's types lack half of its options.
 */
record MountRequests(List<String> binds, List<Map<String, Object>> mounts) {

  private static final int EVERYBODY_STICKY = 01777;

  static MountRequests of(List<Mount> all, ApiVersion version) {
    List<String> binds = new ArrayList<>();
    List<Map<String, Object>> mounts = new ArrayList<>();
    for (Mount mount : all) {
      if (isBindText(mount)) {
        binds.add(bindText(mount));
      } else {
        mounts.add(mount(mount, version));
      }
    }
    return new MountRequests(binds, mounts);
  }

  // A colon separates the parts of a bind's text and cannot be part of them.
  private static boolean isBindText(Mount mount) {
    if (mount.type() != Mount.Type.BIND) {
      return false;
    }
    BindOptions bind = mount.bind();
    boolean wanted = bind == null || bind.createHostPath() || bind.selinux() != null;
    return wanted && !(mount.source() + mount.target()).contains(":");
  }

  private static String bindText(Mount mount) {
    BindOptions bind = mount.bind();
    String options =
        Stream.of(
                mount.readOnly() ? "ro" : "rw",
                bind == null ? null : bind.propagation(),
                bind == null ? null : bind.selinux())
            .filter(option -> option != null)
            .collect(Collectors.joining(","));
    return mount.source() + ":" + mount.target() + ":" + options;
  }

  private static Map<String, Object> mount(Mount mount, ApiVersion version) {
    Map<String, Object> request = new TreeMap<>();
    request.put("Type", mount.type().key());
    put(request, "Source", mount.source());
    request.put("Target", mount.target());
    request.put("ReadOnly", mount.readOnly());
    put(request, "Consistency", mount.consistency());
    switch (mount.type()) {
      case BIND -> put(request, "BindOptions", bindOptions(mount.bind(), version));
      case VOLUME -> put(request, "VolumeOptions", volumeOptions(mount.volume()));
      case TMPFS -> request.put("TmpfsOptions", tmpfsOptions(mount.tmpfs()));
      case IMAGE -> put(request, "ImageOptions", imageOptions(mount.image()));
      case NPIPE, CLUSTER -> {}
    }
    return request;
  }

  private static Map<String, Object> bindOptions(@Nullable BindOptions bind, ApiVersion version) {
    Map<String, Object> options = new TreeMap<>();
    put(options, "Propagation", bind == null ? null : bind.propagation());
    if ((bind == null || bind.createHostPath()) && Features.CREATE_MOUNTPOINT.isIn(version)) {
      options.put("CreateMountpoint", true);
    }
    return options;
  }

  private static @Nullable Map<String, Object> volumeOptions(@Nullable VolumeOptions volume) {
    if (volume == null) {
      return null;
    }
    Map<String, Object> options = new TreeMap<>();
    options.put("NoCopy", volume.nocopy());
    put(options, "Subpath", volume.subpath());
    return options;
  }

  // Docker's own default; Podman would make it inaccessible.
  private static Map<String, Object> tmpfsOptions(@Nullable TmpfsOptions tmpfs) {
    Map<String, Object> options = new TreeMap<>();
    Integer mode = tmpfs == null ? null : tmpfs.mode();
    options.put("Mode", mode == null ? EVERYBODY_STICKY : mode);
    put(options, "SizeBytes", tmpfs == null ? null : tmpfs.size());
    return options;
  }

  private static @Nullable Map<String, Object> imageOptions(@Nullable ImageOptions image) {
    return image == null || image.subpath() == null ? null : Map.of("Subpath", image.subpath());
  }

  private static void put(Map<String, Object> to, String key, @Nullable Object value) {
    if (value != null) {
      to.put(key, value);
    }
  }
}
