package org.jcompose.engine.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jcompose.engine.ContainerFile;
import org.jcompose.engine.ContainerSpec;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.docker.TarArchive.Owner;
import org.jcompose.model.FileReference;
import org.jcompose.model.Mount;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/**
 * Configs and secrets, as requests. A file of the host of which nothing more is said is mounted, as
 * Docker Compose does it; everything else is put into the created container as an archive, which
 * alone keeps owner and mode, and leaves no trace on this machine. An engine puts nothing into a
 * file system that is read-only, and what it puts below a tmpfs is hidden by that: there, the
 * file's folder becomes a volume of the container's own.
 */
final class FileRequests {

  static final List<Field> FIELDS =
      List.of(Field.of("configs", "HostConfig.Mounts"), Field.of("secrets", "HostConfig.Mounts"));

  /** The label of a container that names the folders that are volumes for configs and secrets. */
  static final String LABEL = "org.jcompose.files";

  private static final String SEPARATOR = ":";

  private static final int EVERYBODY_READS = 0444;

  private static final Owner ROOT = new Owner(0, 0);

  private final ContainerSpec spec;
  private final ApiVersion version;
  private final List<Mount> mounts;
  private final Set<String> folders = new TreeSet<>();
  private final Map<Destination, TarArchive> archives = new LinkedHashMap<>();

  /**
   * Where an archive is unpacked.
   *
   * @param folder it must be there
   * @param user whether all in it is to belong to the container's user, whom its image may name
   */
  record Destination(String folder, boolean user) {}

  private FileRequests(ContainerSpec spec, ApiVersion version) {
    this.spec = spec;
    this.version = version;
    this.mounts = new ArrayList<>(spec.mounts());
  }

  static FileRequests of(ContainerSpec spec, ApiVersion version) {
    FileRequests requests = new FileRequests(spec, version);
    spec.files().forEach(requests::add);
    requests.folders.forEach(
        folder -> requests.mounts.add(mount(Mount.Type.VOLUME, null, folder, null)));
    return requests;
  }

  /** What the container mounts, its files included. */
  List<Mount> mounts() {
    return mounts;
  }

  /** What the container's label is to say; empty: there are no such volumes. */
  String folders() {
    return String.join(SEPARATOR, folders);
  }

  /** Whether a label names a folder. */
  static boolean isFolder(String label, String folder) {
    return List.of(label.split(SEPARATOR)).contains(folder);
  }

  /** What is put into the created container. */
  Map<Destination, TarArchive> archives() {
    return archives;
  }

  /** Whether a file is mounted as it is. */
  static boolean isMounted(ContainerFile file) {
    return file.object().file() != null && !file.isOwned();
  }

  /** Whether nothing can be put where the file is to be, not even a volume. */
  static boolean isOutOfReach(ContainerFile file, Service service) {
    return !isMounted(file) && folder(file.target()).equals("/") && service.security().readOnly();
  }

  /** Whether it names a user or a group by number. */
  static boolean isNumber(String text) {
    return text.matches("\\d{1,7}");
  }

  private void add(ContainerFile file) {
    String target = file.target();
    if (spec.mounts().stream().anyMatch(mount -> mount.target().equals(target))) {
      return;
    }
    if (isMounted(file)) {
      mounts.add(bind(file));
      return;
    }
    if (isOutOfReach(file, spec.service())) {
      throw new EngineException(
          file
              + " of service '"
              + spec.service().name()
              + "' has no folder: the service is"
              + " 'read_only', and '/' cannot be written",
          "give it a 'target' within a folder, such as '/etc" + target + "'",
          null);
    }
    String folder = reachable(target);
    Owner owner = owner(file);
    Integer mode = file.reference().mode();
    archives
        .computeIfAbsent(new Destination(folder, owner == null), where -> new TarArchive())
        .add(
            target.substring(folder.equals("/") ? 1 : folder.length() + 1),
            mode == null ? EVERYBODY_READS : mode,
            owner == null ? ROOT : owner,
            content(file));
  }

  /** Whose the file is; null: the container's user's, whom only the engine can tell. */
  private @Nullable Owner owner(ContainerFile file) {
    FileReference reference = file.reference();
    if (reference.uid() != null || reference.gid() != null) {
      return new Owner(number(file, "uid", reference.uid()), number(file, "gid", reference.gid()));
    }
    Owner user = numbers(spec.service());
    return user == null && !Features.ARCHIVE_OWNER.isIn(version) ? ROOT : user;
  }

  /** The service's user as numbers; null: a name, or that of the image. */
  static @Nullable Owner numbers(Service service) {
    String user = service.user();
    if (user == null || !user.matches("\\d{1,7}(:\\d{1,7})?")) {
      return null;
    }
    String[] parts = user.split(":", 2);
    return new Owner(Long.parseLong(parts[0]), parts.length == 1 ? 0 : Long.parseLong(parts[1]));
  }

  /** The folder around the target that can be written before the container starts. */
  private String reachable(String target) {
    Optional<Mount> around =
        mountsWithTmpfs()
            .filter(mount -> target.startsWith(mount.target() + "/"))
            .max(Comparator.comparingInt(mount -> mount.target().length()));
    boolean hidden = around.isPresent() && around.get().type() == Mount.Type.TMPFS;
    if (around.isPresent() && !hidden) {
      return around.get().target();
    }
    if (!hidden && !spec.service().security().readOnly()) {
      return "/";
    }
    folders.add(folder(target));
    return folder(target);
  }

  private Stream<Mount> mountsWithTmpfs() {
    return Stream.concat(
        spec.mounts().stream(),
        spec.service().tmpfs().stream()
            .map(text -> mount(Mount.Type.TMPFS, null, text.split(":", 2)[0], null)));
  }

  private byte[] content(ContainerFile file) {
    String path = file.object().file();
    if (path == null) {
      return text(file).getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Files.readAllBytes(Path.of(path));
    } catch (IOException e) {
      throw new EngineException(
          "cannot read '" + path + "', which is " + named(file), "make it readable", e);
    }
  }

  private String text(ContainerFile file) {
    String content = file.object().content();
    if (content != null) {
      return content;
    }
    String variable = file.object().environment();
    throw variable == null
        ? new EngineException(named(file) + " has no content that this engine could read")
        : new EngineException(
            "variable '" + variable + "', which is " + named(file) + ", is not set",
            "set it",
            null);
  }

  private long number(ContainerFile file, String attribute, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      return 0;
    }
    if (!isNumber(text)) {
      throw new EngineException(
          "'" + attribute + "' of " + named(file) + " is '" + text + "', which is no number",
          "write the number",
          null);
    }
    return Long.parseLong(text);
  }

  private String named(ContainerFile file) {
    return file + " of service '" + spec.service().name() + "'";
  }

  private static Mount bind(ContainerFile file) {
    return mount(
        Mount.Type.BIND,
        file.object().file(),
        file.target(),
        new Mount.BindOptions(false, null, null, null));
  }

  private static Mount mount(
      Mount.Type type, @Nullable String source, String target, Mount.@Nullable BindOptions bind) {
    boolean readOnly = type == Mount.Type.BIND;
    return new Mount(type, source, target, readOnly, null, bind, null, null);
  }

  private static String folder(String target) {
    int slash = target.lastIndexOf('/');
    return slash <= 0 ? "/" : target.substring(0, slash);
  }
}
