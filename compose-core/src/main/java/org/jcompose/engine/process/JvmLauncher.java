package org.jcompose.engine.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jcompose.engine.EngineException;
import org.jspecify.annotations.Nullable;

/**
 * Starts supervisors each in a small virtual machine of its own, out of reach of the terminal's
 * Ctrl-C and of this program's end.
 *
 * @param java the program
 * @param classPath where the supervisor's classes are
 * @param environment of the caller
 */
record JvmLauncher(Host host, Path java, String classPath, Map<String, String> environment)
    implements Launcher {

  private static final List<String> FLAGS =
      List.of(
          "-Xms4m",
          "-Xmx32m",
          "-Xss256k",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:ReservedCodeCacheSize=12m",
          "-XX:-UsePerfData",
          "-XX:+ExitOnOutOfMemoryError",
          "-Xshare:auto",
          "-Xlog:disable",
          "-Xlog:all=error:stderr");

  // A job of its own, that outlives the shell and its terminal, for want of setsid.
  private static final String DETACHED = "set -m; nohup \"$@\" </dev/null &";

  @Override
  public void launch(ProjectFolder project) throws IOException, InterruptedException {
    PrivateFiles.put(project.messages(), "", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    Process process =
        host.prepare(command(project), project.root().path(), variables())
            .redirectError(Redirect.appendTo(project.messages().toFile()))
            .start();
    String word;
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      word = said.readLine();
    }
    if (!SupervisorMain.READY.equals(word) && !SupervisorMain.TAKEN.equals(word)) {
      throw failed(project, word);
    }
  }

  private List<String> command(ProjectFolder project) {
    List<String> command = new ArrayList<>();
    if (host.setsid() == null) {
      command.addAll(List.of("/bin/sh", "-c", DETACHED, "sh"));
    }
    command.add(java.toString());
    command.addAll(FLAGS);
    command.addAll(List.of("-cp", classPath, SupervisorMain.class.getName()));
    command.addAll(List.of(project.root().path().toString(), project.name()));
    return command;
  }

  private Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>(Environment.ofHost(environment));
    if (variables.entrySet().stream().noneMatch(JvmLauncher::isUtf8)) {
      // Arguments and file names beyond ASCII would reach the processes as question marks.
      variables.put("LC_ALL", "C.UTF-8");
    }
    // Without it, GNU's allocator keeps an arena of memory for almost every thread.
    variables.put("MALLOC_ARENA_MAX", "1");
    return variables;
  }

  private static boolean isUtf8(Map.Entry<String, String> variable) {
    boolean isLocale = variable.getKey().equals("LANG") || variable.getKey().startsWith("LC_");
    String value = variable.getValue().toUpperCase(Locale.ROOT);
    return isLocale && (value.endsWith("UTF-8") || value.endsWith("UTF8"));
  }

  private static EngineException failed(ProjectFolder project, @Nullable String word)
      throws IOException {
    String said = word == null ? Files.readString(project.messages()).strip() : word;
    return new EngineException(
        "the supervisor of project '"
            + project.name()
            + "' did not start"
            + (said.isEmpty() ? "" : ": " + said),
        "look into '" + project.messages() + "'",
        null);
  }
}
