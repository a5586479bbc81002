package org.jcompose.engine.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jcompose.engine.process.Launch.Program;
import org.jspecify.annotations.Nullable;

/** Says in which of a service's attributes two launches differ. */
record LaunchDifferences(Launch one, Launch other) {

  private static final String ENGINES_OWN = "com.docker.compose.";
  private static final String MOUNTS = "JCOMPOSE_VOLUME_";

  List<String> paths() {
    List<String> paths = new ArrayList<>();
    Program program = one.program();
    Program otherProgram = other.program();
    add(paths, "command", program.command(), otherProgram.command());
    add(paths, "working_dir", program.workingDir(), otherProgram.workingDir());
    entries("environment", program.environment(), otherProgram.environment(), paths);
    entries("x-process.environment", program.overrides(), otherProgram.overrides(), paths);
    add(paths, "ports", one.ports(), other.ports());
    add(paths, "volumes", one.volumes(), other.volumes());
    add(paths, "healthcheck", one.health(), other.health());
    add(paths, "restart", one.restart(), other.restart());
    add(paths, "stop_signal", one.stopSignal(), other.stopSignal());
    add(paths, "stop_grace_period", one.stopGracePeriod(), other.stopGracePeriod());
    entries("labels", one.labels(), other.labels(), paths);
    return paths;
  }

  private static void add(
      List<String> paths, String path, @Nullable Object value, @Nullable Object otherValue) {
    if (!Objects.equals(value, otherValue)) {
      paths.add(path);
    }
  }

  private static void entries(
      String path, Map<String, String> map, Map<String, String> otherMap, List<String> paths) {
    Map<String, String> all = new HashMap<>(map);
    all.putAll(otherMap);
    for (String key : new TreeSet<>(all.keySet())) {
      boolean isEngines = key.startsWith(ENGINES_OWN) || key.startsWith(MOUNTS);
      if (!isEngines && !Objects.equals(map.get(key), otherMap.get(key))) {
        paths.add(path + "." + key);
      }
    }
  }
}
