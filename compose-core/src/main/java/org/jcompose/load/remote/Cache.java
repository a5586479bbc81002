package org.jcompose.load.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was fetched before, each under the hash of its content, so that it never goes out of date.
 * Several processes may use it at once: a folder appears in it whole or not at all.
 */
record Cache(Path folder) {

  /** The cache of the user whose environment it is. */
  static Cache of(Map<String, String> environment) {
    String own = nonEmpty(environment, "XDG_CACHE_HOME");
    String windows = nonEmpty(environment, "LOCALAPPDATA");
    String home = nonEmpty(environment, "HOME");
    if (own == null && windows == null && home == null) {
      throw new RemoteException(
          "there is no folder for files that lie elsewhere", "set 'XDG_CACHE_HOME' or 'HOME'");
    }
    Path folder =
        own != null ? Path.of(own) : windows != null ? Path.of(windows) : Path.of(home, ".cache");
    return new Cache(folder.resolve("jcompose").resolve("remote"));
  }

  private static @Nullable String nonEmpty(Map<String, String> environment, String name) {
    String value = environment.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /** The folder of the given hash; if it is not there yet, it is filled. */
  Path get(String hash, Consumer<Path> fill) {
    Path target = folder.resolve(hash);
    if (Files.isDirectory(target)) {
      return target;
    }
    try {
      Files.createDirectories(folder);
      Path unfinished = Files.createTempDirectory(folder, "unfinished-");
      try {
        fill.accept(unfinished);
        move(unfinished, target);
      } finally {
        delete(unfinished);
      }
      return target;
    } catch (IOException e) {
      throw new RemoteException("cannot write to the folder '" + folder + "': " + e.getMessage());
    }
  }

  private static void move(Path unfinished, Path target) throws IOException {
    try {
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // Another process was faster: what it put there is the same.
      if (!Files.isDirectory(target)) {
        throw e;
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> found = Files.walk(folder)) {
      all = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}
