package org.jcompose.engine.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jcompose.engine.EngineSettings;

/**
 * The folder of everything that this engine keeps: {@code $XDG_STATE_HOME/jcompose}, else {@code
 * ~/.local/state/jcompose}.
 *
 * <p>Not {@code $XDG_RUNTIME_DIR}: that is memory, which logs would fill; it goes away at logout,
 * and a detached stack with it; and it is not set in cron jobs and other bare shells, which would
 * then not see what runs.
 *
 * @param path absolute
 */
record StateRoot(Path path) {

  static StateRoot of(EngineSettings settings) {
    String state = settings.environment().getOrDefault("XDG_STATE_HOME", "");
    // The base directory specification has relative paths ignored.
    Path base =
        state.startsWith("/") ? Path.of(state) : settings.home().resolve(".local").resolve("state");
    return new StateRoot(base.resolve("jcompose").normalize());
  }

  /** Makes the folder, closed to others. */
  void claim() {
    PrivateFiles.claimFolder(path);
  }

  ProjectFolder project(String name) {
    return new ProjectFolder(this, name, projects().resolve(name));
  }

  /** The projects of which something is kept. */
  List<ProjectFolder> all() {
    return PrivateFiles.list(projects()).stream()
        .map(folder -> project(folder.getFileName().toString()))
        .toList();
  }

  /** The project that a container id belongs to. */
  Optional<ProjectFolder> projectOf(String id) {
    return all().stream().filter(project -> Files.exists(project.record(id))).findFirst();
  }

  Path projects() {
    return path.resolve("projects");
  }

  Path names() {
    return path.resolve("names");
  }

  Path volumes() {
    return path.resolve("volumes");
  }

  /** Deletes the folders that have become empty, itself included. */
  void tidy() {
    for (Path folder : List.of(projects(), names(), volumes(), path)) {
      PrivateFiles.deleteIfEmpty(folder);
    }
  }
}
