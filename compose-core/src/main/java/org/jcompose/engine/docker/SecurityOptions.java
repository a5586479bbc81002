package org.jcompose.engine.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jcompose.engine.EngineException;
import org.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/**
 * A service's {@code security_opt}, as Docker Compose reads it: a seccomp profile is a file of this
 * machine whose contents the daemon gets.
 *
 * @param allPaths whether no path of the kernel is hidden or kept from being written
 */
record SecurityOptions(List<String> options, boolean allPaths) {

  /** The option for {@link #allPaths}, which daemons know as lists of paths only. */
  static final String ALL_PATHS = "systempaths=unconfined";

  private static final Set<String> BUILT_IN = Set.of("unconfined", "builtin");

  /**
   * Reads them.
   *
   * @param folder where relative paths start; null: the root
   */
  static SecurityOptions of(Service service, @Nullable String folder) {
    List<String> options = new ArrayList<>();
    boolean allPaths = false;
    for (String option : service.security().securityOpt()) {
      if (option.equals(ALL_PATHS)) {
        allPaths = true;
      } else {
        options.add(read(service, option, Path.of(folder == null ? "/" : folder)));
      }
    }
    return new SecurityOptions(options, allPaths);
  }

  /** The file of a seccomp profile; null if the option names none. */
  static @Nullable String profile(String option) {
    String[] parts = parts(option);
    boolean isFile =
        parts.length == 2 && parts[0].equals("seccomp") && !BUILT_IN.contains(parts[1]);
    return isFile ? parts[1] : null;
  }

  private static String read(Service service, String option, Path folder) {
    if (parts(option).length == 1 && !option.equals("no-new-privileges")) {
      throw new EngineException(
          "'" + option + "' in 'security_opt' of service '" + service.name() + "' has no value",
          "write 'name=value', such as 'seccomp=unconfined'",
          null);
    }
    String profile = profile(option);
    return profile == null ? option : "seccomp=" + contents(service, folder.resolve(profile));
  }

  private static String[] parts(String option) {
    return option.split(option.contains("=") ? "=" : ":", 2);
  }

  private static String contents(Service service, Path profile) {
    String name = "seccomp profile '" + profile + "' of service '" + service.name() + "'";
    byte[] text;
    try {
      text = Files.readAllBytes(profile);
    } catch (IOException e) {
      throw new EngineException("cannot read " + name, "make it readable, or name another", e);
    }
    try {
      return RequestJson.compact(new String(text, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new EngineException(name + " is no JSON", "mend it, or name another", e);
    }
  }
}
