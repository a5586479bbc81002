package org.jcompose.engine.process;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jcompose.engine.ContainerState.Binding;

/**
 * The environment of a service's process. A container's environment is its service's alone; a
 * process of the host needs a few variables of the host as well, and gets these and no others, so
 * that what is set in somebody's shell by chance changes nothing:
 *
 * <ol>
 *   <li>of the caller's: {@code PATH HOME USER LOGNAME SHELL LANG LANGUAGE LC_* TZ TMPDIR
 *       JAVA_HOME};
 *   <li>the service's own, {@code env_file} included; a name without a value takes away the
 *       caller's;
 *   <li>the engine's: {@code PORT_<TARGET>}, {@code <SERVICE>_HOST} and {@code
 *       <SERVICE>_PORT_<TARGET>} of each service it depends on, {@code JCOMPOSE_VOLUME_<NAME>},
 *       {@code JCOMPOSE_REPLICA}. They win over the service's own, so that a file may say {@code
 *       DB_HOST: db} for containers;
 *   <li>those of {@code x-process.environment}, which win over all.
 * </ol>
 */
final class Environment {

  private static final Set<String> HOSTS =
      Set.of(
          "PATH",
          "HOME",
          "USER",
          "LOGNAME",
          "SHELL",
          "LANG",
          "LANGUAGE",
          "TZ",
          "TMPDIR",
          "JAVA_HOME");

  // Of two with one number, the older is about to be replaced.
  private static final Comparator<ContainerRecord> FIRST =
      Comparator.comparingInt((ContainerRecord container) -> container.launch().number())
          .thenComparing(ContainerRecord::createdAt, Comparator.reverseOrder());

  private Environment() {}

  /** What of the caller's environment every process is given. */
  static Map<String, String> ofHost(Map<String, String> environment) {
    Map<String, String> kept = new TreeMap<>(environment);
    kept.keySet().removeIf(name -> !HOSTS.contains(name) && !name.startsWith("LC_"));
    return kept;
  }

  /** The whole environment of a container's process, when its ports are known. */
  static Map<String, String> complete(ContainerRecord container, Map<String, String> neighbours) {
    Launch launch = container.launch();
    Map<String, String> all = new LinkedHashMap<>(launch.program().environment());
    all.putAll(neighbours);
    putPorts(all, "PORT_", container);
    all.put("JCOMPOSE_REPLICA", Integer.toString(launch.number()));
    all.putAll(launch.program().overrides());
    all.put(ProcessTree.MARKER, launch.id());
    return all;
  }

  /** Where the services that the launch depends on listen: those of each one's first replica. */
  static Map<String, String> neighbours(Launch launch, Collection<ContainerRecord> containers) {
    Map<String, String> variables = new TreeMap<>();
    for (String dependency : launch.dependencies()) {
      containers.stream()
          .filter(container -> container.service().equals(dependency))
          .filter(container -> !container.ports().isEmpty() && !container.state().oneOff())
          .min(FIRST)
          .ifPresent(container -> putService(variables, container));
    }
    return variables;
  }

  /** A variable's name for something: upper case, with {@code _} for what a name can't hold. */
  static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_");
  }

  private static void putService(Map<String, String> variables, ContainerRecord container) {
    String prefix = variable(container.service());
    Binding first = container.ports().get(0);
    boolean isAny = first.hostIp().equals("0.0.0.0") || first.hostIp().equals("::");
    variables.put(prefix + "_HOST", isAny ? Ports.LOCAL : first.hostIp());
    putPorts(variables, prefix + "_PORT_", container);
  }

  private static void putPorts(
      Map<String, String> variables, String prefix, ContainerRecord container) {
    for (Binding port : container.ports()) {
      String name = prefix + port.target();
      // Where a port is published for TCP and UDP, it is TCP's that is told.
      if (port.protocol().equals("tcp") || !variables.containsKey(name)) {
        variables.put(name, Integer.toString(port.published()));
      }
    }
  }
}
