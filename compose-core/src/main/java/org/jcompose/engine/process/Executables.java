package org.jcompose.engine.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jcompose.engine.EngineException;

/** Finds out before a start what the system would only tell by exit code 127. */
final class Executables {

  private static final String USUAL_PATH = "/usr/local/bin:/usr/bin:/bin";

  private Executables() {}

  /**
   * Makes sure that a program can be started.
   *
   * @throws EngineException if its file or folder is not there
   */
  static void check(
      String container, String program, Path folder, Map<String, String> environment) {
    if (!Files.isDirectory(folder)) {
      throw new EngineException(
          "container '" + container + "' runs in '" + folder + "', which is no folder",
          "make it, or set 'x-process.working_dir' to another one",
          null);
    }
    if (!isThere(program, folder, environment.getOrDefault("PATH", USUAL_PATH))) {
      throw new EngineException(
          "container '" + container + "' runs '" + program + "', which is no program on this host",
          "install it, or run another one by 'x-process.command'",
          null);
    }
  }

  private static boolean isThere(String program, Path folder, String path) {
    if (program.contains("/")) {
      return isProgram(folder.resolve(program));
    }
    for (String place : path.split(":", -1)) {
      if (isProgram(folder.resolve(place).resolve(program))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isProgram(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }
}
