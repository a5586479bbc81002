package org.jcompose.load;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jcompose.load.remote.RemoteException;
import org.jcompose.load.remote.RemoteFiles;
import org.jcompose.problem.Place;
import org.jcompose.problem.Problems;
import org.jspecify.annotations.Nullable;

/** Finds a project's Compose files: those asked for, those of COMPOSE_FILE, or the usual ones. */
final class Discovery {

  static final String STANDARD_INPUT = "-";

  private static final List<String> NAMES =
      List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");
  private static final List<String> OVERRIDES =
      List.of(
          "compose.override.yml",
          "compose.override.yaml",
          "docker-compose.override.yml",
          "docker-compose.override.yaml");

  private final LoadRequest request;
  private final RemoteFiles remote;
  private final Problems problems;

  Discovery(LoadRequest request, RemoteFiles remote, Problems problems) {
    this.request = request;
    this.remote = remote;
    this.problems = problems;
  }

  /**
   * The files of a project.
   *
   * @param files absolute; the standard input stands for itself as a relative path
   * @param directory the project's
   * @param namesake the folder whose name the project has, if nothing else names it: that of a file
   *     that lies elsewhere is one of a cache
   */
  record Found(List<Path> files, Path directory, Path namesake) {}

  /** The files, by the request or the given variables; empty if none is to be found. */
  Optional<Found> find(Variables variables) {
    List<String> named = named(variables);
    List<Path> files = named.isEmpty() ? usual() : paths(named);
    if (files.size() < named.size()) {
      return Optional.empty();
    }
    if (files.isEmpty()) {
      Path from = start();
      problems.error(
          null,
          "no Compose file in '" + from + "' or any folder above it",
          "create 'compose.yaml', or name a file with '-f'");
      return Optional.empty();
    }
    Path directory = directory(files.get(0));
    boolean elsewhere = !named.isEmpty() && RemoteFiles.isRemote(named.get(0));
    return Optional.of(new Found(files, directory, elsewhere ? start() : directory));
  }

  /** Where {@code .env} is looked for before the files are known. */
  Path firstDirectory() {
    boolean here = request.files().isEmpty() || RemoteFiles.isRemote(request.files().get(0));
    return here ? start() : directory(path(request.files().get(0)));
  }

  private Path directory(Path first) {
    Path parent = first.isAbsolute() ? first.getParent() : null;
    if (request.projectDirectory() != null || parent == null) {
      return start();
    }
    return parent;
  }

  private Path start() {
    Path directory = request.projectDirectory();
    Path start = request.workingDirectory();
    return (directory == null ? start : start.resolve(directory)).normalize();
  }

  private List<String> named(Variables variables) {
    if (!request.files().isEmpty()) {
      return request.files();
    }
    String files = variables.nonEmpty("COMPOSE_FILE");
    if (files == null) {
      return List.of();
    }
    String separator = variables.nonEmpty("COMPOSE_PATH_SEPARATOR");
    return split(files, separator == null ? File.pathSeparator : separator);
  }

  /** The parts of a list in a variable, empty ones left out. */
  static List<String> split(String list, String separator) {
    return Arrays.stream(list.split(Pattern.quote(separator), -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private List<Path> paths(List<String> names) {
    List<Path> paths = new ArrayList<>();
    for (String name : names) {
      Optional<Path> path =
          RemoteFiles.isRemote(name)
              ? fetched(remote, name, null, problems)
              : Optional.of(path(name));
      path.ifPresent(paths::add);
    }
    return paths;
  }

  /**
   * The local copy of a Compose file that lies elsewhere; empty if it cannot be had, which has been
   * reported.
   *
   * @param place where the file was asked for, or null
   */
  static Optional<Path> fetched(
      RemoteFiles remote, String name, @Nullable Place place, Problems problems) {
    try {
      Path path = remote.fetch(name);
      Optional<Path> file = Files.isDirectory(path) ? usualIn(path) : Optional.of(path);
      if (file.isEmpty()) {
        problems.error(place, "'" + name + "' has no Compose file", "name it after '#REF:'");
      }
      return file;
    } catch (RemoteException e) {
      problems.error(place, e.getMessage(), e.fix());
      return Optional.empty();
    }
  }

  private static Optional<Path> usualIn(Path folder) {
    return NAMES.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
  }

  private Path path(String name) {
    return name.equals(STANDARD_INPUT)
        ? Path.of(name)
        : request.workingDirectory().resolve(name).normalize();
  }

  private List<Path> usual() {
    for (Path folder = start(); folder != null; folder = folder.getParent()) {
      Path file = first(folder, NAMES);
      if (file != null) {
        List<Path> files = new ArrayList<>(List.of(file));
        Path override = first(folder, OVERRIDES);
        if (override != null) {
          files.add(override);
        }
        return files;
      }
    }
    return List.of();
  }

  private @Nullable Path first(Path folder, List<String> names) {
    List<Path> there = names.stream().map(folder::resolve).filter(Files::isRegularFile).toList();
    if (there.size() > 1) {
      problems.warning(
          null,
          "'"
              + there.get(0).getFileName()
              + "' is used, and '"
              + there.get(1).getFileName()
              + "' beside it is not",
          "remove one, or name both with '-f'");
    }
    return there.isEmpty() ? null : there.get(0);
  }
}
