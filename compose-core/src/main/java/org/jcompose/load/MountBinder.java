package org.jcompose.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jcompose.model.Mount;
import org.jcompose.model.Mount.BindOptions;
import org.jcompose.model.Mount.ImageOptions;
import org.jcompose.model.Mount.TmpfsOptions;
import org.jcompose.model.Mount.VolumeOptions;
import org.jcompose.problem.Problems;
import org.jspecify.annotations.Nullable;

/** Makes mounts of canonical nodes. */
final class MountBinder {

  private final Problems problems;

  MountBinder(Problems problems) {
    this.problems = problems;
  }

  List<Mount> bind(List<View> views) {
    List<Mount> mounts = new ArrayList<>();
    for (View view : views) {
      Mount mount = bind(view);
      if (mount != null) {
        mounts.add(mount);
      }
    }
    return mounts;
  }

  private @Nullable Mount bind(View view) {
    Mount.Type type = type(view);
    String source = view.nonEmpty("source");
    String target = view.nonEmpty("target");
    if (type == null) {
      return null;
    }
    if (target == null) {
      problems.error(view.mapping().place(), "a volume has no 'target'");
      return null;
    }
    if (type == Mount.Type.BIND && source == null) {
      problems.error(view.mapping().place(), "a bind of '" + target + "' has no 'source'");
      return null;
    }
    return new Mount(
        type,
        source,
        clean(target),
        view.isOn("read_only"),
        view.nonEmpty("consistency"),
        view.has("bind") ? bindOptions(view.view("bind")) : null,
        view.has("volume") ? volumeOptions(view.view("volume")) : null,
        view.has("tmpfs") ? tmpfsOptions(view.view("tmpfs")) : null,
        view.has("image") ? new ImageOptions(view.view("image").nonEmpty("subpath")) : null);
  }

  private Mount.@Nullable Type type(View view) {
    String name = Objects.requireNonNullElse(view.text("type"), "");
    for (Mount.Type type : Mount.Type.values()) {
      if (type.key().equals(name)) {
        return type;
      }
    }
    List<String> known = Arrays.stream(Mount.Type.values()).map(Mount.Type::key).toList();
    problems.error(
        view.place("type"),
        name.isEmpty() ? "a volume has no 'type'" : "'" + name + "' is no type of volume",
        "use one of " + String.join(", ", known));
    return null;
  }

  private static BindOptions bindOptions(View view) {
    return new BindOptions(
        view.isOn("create_host_path"),
        view.nonEmpty("propagation"),
        view.nonEmpty("selinux"),
        view.nonEmpty("recursive"));
  }

  private static VolumeOptions volumeOptions(View view) {
    return new VolumeOptions(view.isOn("nocopy"), view.nonEmpty("subpath"), view.textMap("labels"));
  }

  private static TmpfsOptions tmpfsOptions(View view) {
    return new TmpfsOptions(view.number("size"), view.integer("mode"));
  }

  /** A container's path without {@code .}, {@code ..} and doubled slashes. */
  static String clean(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..") && !parts.isEmpty() && !parts.get(parts.size() - 1).equals("..")) {
        parts.remove(parts.size() - 1);
      } else if (!part.isEmpty() && !part.equals(".") && !(part.equals("..") && isAbsolute(path))) {
        parts.add(part);
      }
    }
    String joined = String.join("/", parts);
    return isAbsolute(path) ? "/" + joined : joined.isEmpty() ? "." : joined;
  }

  private static boolean isAbsolute(String path) {
    return path.startsWith("/");
  }
}
