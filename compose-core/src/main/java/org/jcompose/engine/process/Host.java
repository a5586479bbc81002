package org.jcompose.engine.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What this host offers for holding process trees together.
 *
 * @param setsid the program that starts another one in a session of its own; null where there is
 *     none, as on macOS: there a tree is what the system says are a process's descendants
 * @param hasProc whether {@code /proc} tells each process's session, as on Linux
 */
record Host(@Nullable String setsid, boolean hasProc) {

  private static final File NOTHING = new File("/dev/null");

  static Host detect() {
    String setsid =
        Stream.of("/usr/bin/setsid", "/bin/setsid")
            .filter(file -> Files.isExecutable(Path.of(file)))
            .findFirst()
            .orElse(null);
    return new Host(setsid, Files.isReadable(Path.of("/proc/self/stat")));
  }

  /** Whether it knows signals and file modes: not so Windows. */
  static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  /**
   * Prepares a process, in a session of its own where that can be, that reads nothing.
   *
   * @param environment all of it
   */
  ProcessBuilder prepare(List<String> command, Path folder, Map<String, String> environment) {
    List<String> whole = new ArrayList<>();
    if (setsid != null) {
      whole.add(setsid);
    }
    whole.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(whole).directory(folder.toFile());
    builder.redirectInput(NOTHING);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder;
  }

  /**
   * Sends a signal to processes; those that are gone are no error.
   *
   * @param targets process ids
   */
  void signal(String signal, List<Long> targets) throws IOException, InterruptedException {
    shell("for p; do kill -s \"$signal\" -- \"$p\"; done", signal, targets);
  }

  /** Sends a signal to the process group that the process leads, or will lead in a moment. */
  void signalGroup(String signal, long leader) throws IOException, InterruptedException {
    shell(
        "kill -s \"$signal\" -- \"-$1\" || kill -s \"$signal\" -- \"$1\"", signal, List.of(leader));
  }

  private static void shell(String script, String signal, List<Long> targets)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", script, "sh"));
    targets.forEach(target -> command.add(Long.toString(target)));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("signal", signal);
    builder.redirectInput(NOTHING);
    builder.redirectOutput(NOTHING);
    builder.redirectError(NOTHING);
    builder.start().waitFor();
  }
}
