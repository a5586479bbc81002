package org.jcompose.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Finds processes that a test has left behind, whoever their parents are by now: by their home,
 * which the test made up and which a process inherits. Finds nothing where there is no {@code
 * /proc}.
 */
public final class Survivors {

  private static final int SECONDS_TO_END = 10;

  private Survivors() {}

  /** The processes with the given home that do not end within seconds, as {@code <pid> <line>}. */
  public static List<String> of(Path home) {
    List<ProcessHandle> found =
        ProcessHandle.allProcesses().filter(process -> hasHome(process, home)).toList();
    CompletableFuture.allOf(
            found.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
        .completeOnTimeout(null, SECONDS_TO_END, TimeUnit.SECONDS)
        .join();
    return found.stream()
        .filter(ProcessHandle::isAlive)
        .map(process -> process.pid() + " " + process.info().commandLine().orElse("?"))
        .toList();
  }

  private static boolean hasHome(ProcessHandle process, Path home) {
    try {
      Path variables = Path.of("/proc/" + process.pid() + "/environ");
      return ("\0" + Files.readString(variables, ISO_8859_1)).contains("\0HOME=" + home + "\0");
    } catch (IOException e) {
      // It has ended meanwhile, is somebody else's, or this is no Linux.
      return false;
    }
  }
}
