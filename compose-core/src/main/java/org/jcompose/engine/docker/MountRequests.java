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

  private static final String BIND = "HostConfig.Mounts.*.BindOptions.";
  private static final String VOLUME = "HostConfig.Mounts.*.VolumeOptions.";
  private static final String TMPFS = "HostConfig.Mounts.*.TmpfsOptions.";

  static final List<Field> FIELDS =
      List.of(
          Field.of("volumes", "HostConfig.Mounts"),
          Field.of("volumes.type", "HostConfig.Mounts.*.Type"),
          Field.of("volumes.source", "HostConfig.Mounts.*.Source"),
          Field.of("volumes.target", "HostConfig.Mounts.*.Target"),
          Field.of("volumes.read_only", "HostConfig.Mounts.*.ReadOnly"),
          Field.of("volumes.consistency", "HostConfig.Mounts.*.Consistency"),
          Field.of("volumes.bind.create_host_path", "HostConfig.Binds"),
          new Field(
              "volumes.bind.create_host_path",
              BIND + "CreateMountpoint",
              Features.CREATE_MOUNTPOINT),
          Field.of("volumes.bind.propagation", BIND + "Propagation"),
          Field.of("volumes.bind.selinux", "HostConfig.Binds"),
          new Field(
              "volumes.bind.recursive: disabled", BIND + "NonRecursive", Features.NON_RECURSIVE),
          new Field(
              "volumes.bind.recursive: writable",
              BIND + "ReadOnlyNonRecursive",
              Features.READ_ONLY_RECURSION),
          new Field(
              "volumes.bind.recursive: readonly",
              BIND + "ReadOnlyForceRecursive",
              Features.READ_ONLY_RECURSION),
          Field.of("volumes.volume.nocopy", VOLUME + "NoCopy"),
          Field.of("volumes.volume.labels", VOLUME + "Labels"),
          new Field("volumes.volume.subpath", VOLUME + "Subpath", Features.VOLUME_SUBPATH),
          Field.of("volumes.tmpfs.size", TMPFS + "SizeBytes"),
          Field.of("volumes.tmpfs.mode", TMPFS + "Mode"),
          new Field(
              "volumes.image.subpath",
              "HostConfig.Mounts.*.ImageOptions.Subpath",
              Features.IMAGE_MOUNT));

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

  /** Whether a bind says of the mounts below its source what only a {@code Mount} can say. */
  static boolean isSelective(@Nullable BindOptions bind) {
    return bind != null && bind.recursive() != null && !bind.recursive().equals("enabled");
  }

  // A colon separates the parts of a bind's text and cannot be part of them.
  private static boolean isBindText(Mount mount) {
    BindOptions bind = mount.bind();
    if (mount.type() != Mount.Type.BIND || isSelective(bind)) {
      return false;
    }
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
            .filter(option -> option != null && !option.isEmpty())
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
    if (bind != null && isSelective(bind)) {
      addRecursion(options, String.valueOf(bind.recursive()), version);
    }
    return options;
  }

  private static void addRecursion(
      Map<String, Object> options, String recursive, ApiVersion version) {
    boolean told = Features.READ_ONLY_RECURSION.isIn(version);
    switch (recursive) {
      case "disabled" -> options.put("NonRecursive", true);
      case "writable" -> put(options, "ReadOnlyNonRecursive", told ? true : null);
      case "readonly" -> {
        put(options, "ReadOnlyForceRecursive", told ? true : null);
        // The daemon insists on it.
        options.putIfAbsent("Propagation", "rprivate");
      }
      default -> {}
    }
  }

  private static @Nullable Map<String, Object> volumeOptions(@Nullable VolumeOptions volume) {
    if (volume == null) {
      return null;
    }
    Map<String, Object> options = new TreeMap<>();
    options.put("NoCopy", volume.nocopy());
    put(options, "Subpath", volume.subpath());
    if (!volume.labels().isEmpty()) {
      options.put("Labels", volume.labels());
    }
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
