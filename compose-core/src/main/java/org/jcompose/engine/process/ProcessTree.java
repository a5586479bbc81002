package org.jcompose.engine.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A container's process with all that it started.
 *
 * <p>The process leads a session. On Linux, what belongs to it is looked up in {@code /proc}:
 * members of the session, and processes that left it but still carry the container's id in their
 * environment. Elsewhere it is the descendants seen so far, so that one whose parent has ended is
 * still known if it was seen before.
 */
final class ProcessTree {

  /** The variable by which processes of a container are known, its id being the value. */
  static final String MARKER = "JCOMPOSE_CONTAINER_ID";

  static final long NONE = -1;

  // Each round kills all that is there; only a tree that forks faster than that needs another.
  private static final int ROUNDS = 10;

  private final Host host;
  private final long leader;
  private final byte[] mark;
  private final Map<Long, ProcessHandle> seen = new LinkedHashMap<>();

  /**
   * The tree of a container.
   *
   * @param leader the process that was started, or {@link #NONE} if its id is another one's by now
   */
  ProcessTree(Host host, long leader, String container) {
    this.host = host;
    this.leader = leader;
    mark = (MARKER + "=" + container).getBytes(StandardCharsets.UTF_8);
  }

  /** Sends a signal to the leader's process group, or else to each process of the tree. */
  void signal(String signal) {
    try {
      if (host.setsid() != null && leader != NONE) {
        host.signalGroup(signal, leader);
      } else {
        host.signal(signal, members().stream().map(ProcessHandle::pid).toList());
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot run a shell to send a signal", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Kills all that is left of the tree. */
  void kill() {
    for (int round = 0; round < ROUNDS; round++) {
      List<ProcessHandle> left = members();
      if (left.isEmpty()) {
        return;
      }
      left.forEach(ProcessHandle::destroyForcibly);
    }
  }

  /** Those of its processes that live. */
  List<ProcessHandle> members() {
    return host.hasProc() ? inProc() : descendants();
  }

  private List<ProcessHandle> descendants() {
    ProcessHandle.of(leader)
        .ifPresent(
            root -> {
              seen.put(leader, root);
              root.descendants().forEach(child -> seen.put(child.pid(), child));
            });
    seen.values().removeIf(process -> !process.isAlive());
    return List.copyOf(seen.values());
  }

  private List<ProcessHandle> inProc() {
    List<ProcessHandle> found = new ArrayList<>();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[1-9]*")) {
      for (Path process : processes) {
        if (isMember(process)) {
          ProcessHandle.of(Long.parseLong(process.getFileName().toString())).ifPresent(found::add);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot read /proc", e);
    }
    return found;
  }

  private boolean isMember(Path process) {
    try {
      String stat = Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
      // The program's name, in parentheses, may hold anything.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      boolean ended = fields[0].equals("Z") || fields[0].equals("X");
      return !ended && (fields[3].equals(Long.toString(leader)) || isMarked(process));
    } catch (IOException e) {
      // It has just ended, or is another user's: not ours in either case.
      return false;
    }
  }

  private boolean isMarked(Path process) throws IOException {
    byte[] environment = Files.readAllBytes(process.resolve("environ"));
    int start = 0;
    for (int end = 0; end < environment.length; end++) {
      if (environment[end] == 0) {
        if (Arrays.equals(environment, start, end, mark, 0, mark.length)) {
          return true;
        }
        start = end + 1;
      }
    }
    return false;
  }
}
