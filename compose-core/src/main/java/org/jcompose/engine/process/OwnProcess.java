package org.jcompose.engine.process;

import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What only this process can say of itself. A supervisor is a program of its own, with a clock, an
 * end and, for the next supervisor to be started, a virtual machine and a class path.
 */
final class OwnProcess {

  private OwnProcess() {}

  /** The wall clock: logs tell people's time, whether the machine slept meanwhile or not. */
  static Clock clock() {
    return Clock.systemUTC();
  }

  /** The virtual machine's program. */
  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** The class path, to be used in another folder. */
  static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Has it done when this process is asked to end. */
  static void beforeTheEnd(Runnable work) {
    Runtime.getRuntime().addShutdownHook(new Thread(work, "end"));
  }
}
