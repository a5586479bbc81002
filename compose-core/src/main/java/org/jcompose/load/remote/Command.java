package org.jcompose.load.remote;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs programs of the user's machine: without a shell, with a given environment, for a bounded
 * time, and reading a bounded part of what they print.
 */
final class Command {

  private static final int LONGEST_OUTPUT = 1 << 20;
  private static final long MOST_SECONDS = 120;

  private final Map<String, String> environment;

  Command(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** What a program came to. */
  record Outcome(int code, String output) {}

  /**
   * Runs a program to its end.
   *
   * @param input what it reads
   * @throws IOException if it cannot be started
   * @throws RemoteException if it takes too long
   */
  Outcome run(List<String> words, String input) throws IOException {
    Path in = Files.createTempFile("jcompose-", ".in");
    Path out = Files.createTempFile("jcompose-", ".out");
    try {
      Files.writeString(in, input);
      ProcessBuilder builder = new ProcessBuilder(words);
      builder.redirectInput(in.toFile()).redirectErrorStream(true).redirectOutput(out.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      int code = await(words.get(0), builder.start());
      return new Outcome(code, text(out));
    } finally {
      Files.deleteIfExists(in);
      Files.deleteIfExists(out);
    }
  }

  private static int await(String name, Process process) {
    try {
      if (process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      throw new RemoteException("'" + name + "' did not end within " + MOST_SECONDS + " seconds");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RemoteException("'" + name + "' was interrupted");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static String text(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return new String(stream.readNBytes(LONGEST_OUTPUT), StandardCharsets.UTF_8);
    }
  }
}
