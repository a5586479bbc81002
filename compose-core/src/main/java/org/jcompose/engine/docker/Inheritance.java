package org.jcompose.engine.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.engine.NotFoundException;
import org.jcompose.model.Mount;

/** Lets a container take over the anonymous volumes of the one that it replaces. */
record Inheritance(Observer observer) {

  /**
   * The spec with those volumes mounted by their names, where it mounts nothing else: instead of
   * its own anonymous ones, and where its image says so.
   */
  ContainerSpec of(ContainerSpec spec) {
    String predecessor = spec.inherits();
    return predecessor == null ? spec : of(spec, predecessor);
  }

  private ContainerSpec of(ContainerSpec spec, String predecessor) {
    Set<String> taken =
        spec.mounts().stream()
            .filter(mount -> !isAnonymous(mount))
            .map(Mount::target)
            .collect(Collectors.toSet());
    taken.addAll(spec.service().tmpfs().stream().map(each -> each.split(":", 2)[0]).toList());
    List<Mount> inherited =
        anonymousOf(predecessor).stream().filter(mount -> !taken.contains(mount.target())).toList();
    Set<String> targets = inherited.stream().map(Mount::target).collect(Collectors.toSet());
    List<Mount> mounts = new ArrayList<>(inherited);
    spec.mounts().stream().filter(mount -> !targets.contains(mount.target())).forEach(mounts::add);
    return spec.withMounts(mounts);
  }

  private static boolean isAnonymous(Mount mount) {
    return mount.type() == Mount.Type.VOLUME && mount.source() == null;
  }

  private List<Mount> anonymousOf(String predecessor) {
    try {
      Json found = observer.inspectJson(predecessor);
      String files = found.at("Config").texts("Labels").getOrDefault(FileRequests.LABEL, "");
      return found.list("Mounts").stream()
          .filter(ContainerReader::isAnonymous)
          .filter(mount -> !FileRequests.isFolder(files, mount.text("Destination")))
          .map(mount -> mount(mount.text("Name"), mount.text("Destination"), !mount.flag("RW")))
          .toList();
    } catch (NotFoundException gone) {
      return List.of();
    }
  }

  private static Mount mount(String name, String target, boolean readOnly) {
    return new Mount(Mount.Type.VOLUME, name, target, readOnly, null, null, null, null);
  }
}
