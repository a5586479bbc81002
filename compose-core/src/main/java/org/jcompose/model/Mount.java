package org.jcompose.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service mounts, in long form (Compose Specification, "volumes").
 *
 * @param type what is mounted
 * @param source of a bind: an absolute host path; of a volume: its key in the project, null for an
 *     anonymous one; of an image: its name; of a tmpfs: null
 * @param target the absolute path in the container
 * @param readOnly whether the container cannot write there
 * @param consistency a hint that engines may ignore, or null
 * @param bind options of a bind, or null
 * @param volume options of a volume, or null
 * @param tmpfs options of a tmpfs, or null
 * @param image options of an image, or null
 */
public record Mount(
    Type type,
    @Nullable String source,
    String target,
    boolean readOnly,
    @Nullable String consistency,
    @Nullable BindOptions bind,
    @Nullable VolumeOptions volume,
    @Nullable TmpfsOptions tmpfs,
    @Nullable ImageOptions image) {

  /** A mount of anything but an image. */
  public Mount(
      Type type,
      @Nullable String source,
      String target,
      boolean readOnly,
      @Nullable String consistency,
      @Nullable BindOptions bind,
      @Nullable VolumeOptions volume,
      @Nullable TmpfsOptions tmpfs) {
    this(type, source, target, readOnly, consistency, bind, volume, tmpfs, null);
  }

  /** What is mounted. */
  public enum Type {
    BIND("bind"),
    VOLUME("volume"),
    TMPFS("tmpfs"),
    IMAGE("image"),
    /** A named pipe; Windows only. */
    NPIPE("npipe"),
    /** A volume of a Swarm cluster, by the Container Storage Interface. */
    CLUSTER("cluster");

    private final String key;

    Type(String key) {
      this.key = key;
    }

    /** The word for it in a Compose file. */
    public String key() {
      return key;
    }
  }

  /**
   * Options of a bind.
   *
   * @param createHostPath whether a missing source is made as a directory
   * @param selinux {@code z} (shared) or {@code Z} (private), or null
   * @param recursive {@code enabled}, {@code disabled}, {@code writable} or {@code readonly}, for
   *     mounts below the source, or null
   */
  public record BindOptions(
      boolean createHostPath,
      @Nullable String propagation,
      @Nullable String selinux,
      @Nullable String recursive) {}

  /**
   * Options of a volume.
   *
   * @param nocopy whether the image's data at the target stays out of a new volume
   * @param subpath a path within the volume, or null: all of it
   * @param labels of an anonymous volume
   */
  public record VolumeOptions(
      boolean nocopy, @Nullable String subpath, Map<String, String> labels) {
    public VolumeOptions {
      labels = Ordered.copy(labels);
    }
  }

  /**
   * Options of a tmpfs.
   *
   * @param size in bytes, or null
   * @param mode the Unix mode, or null
   */
  public record TmpfsOptions(@Nullable Long size, @Nullable Integer mode) {}

  /**
   * Options of an image.
   *
   * @param subpath a path within the image, or null: all of it
   */
  public record ImageOptions(@Nullable String subpath) {}

  /** This mount of another source. */
  public Mount withSource(@Nullable String newSource) {
    return new Mount(type, newSource, target, readOnly, consistency, bind, volume, tmpfs, image);
  }
}
