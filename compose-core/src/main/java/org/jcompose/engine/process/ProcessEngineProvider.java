package org.jcompose.engine.process;

import java.util.List;
import org.jcompose.engine.Engine;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.EngineProvider;
import org.jcompose.engine.EngineSettings;
import org.jcompose.engine.EngineUnavailableException;

/**
 * The embedded engine, under the name {@code process}: it is always there, on Linux and macOS.
 *
 * <p>Its one option is {@code process.supervisor}: {@code jvm}, the default, has each project
 * supervised by a small virtual machine of its own, so that a stack outlives the program that
 * started it; {@code embedded} has it done by this one, with which the stack then ends.
 */
public final class ProcessEngineProvider implements EngineProvider {

  static final String NAME = "process";

  private static final String SUPERVISOR = "process.supervisor";

  /** For {@link java.util.ServiceLoader}. */
  public ProcessEngineProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Endpoint> endpoints(EngineSettings settings) {
    checkOptions(settings);
    return List.of(new Place(settings, StateRoot.of(settings)));
  }

  /** Not tried by itself: what has no {@code x-process} must not end up on the host by accident. */
  @Override
  public boolean isAutomatic() {
    return false;
  }

  private static void checkOptions(EngineSettings settings) {
    settings
        .options()
        .forEach(
            (name, value) -> {
              if (name.startsWith(NAME + ".") && !name.equals(SUPERVISOR)) {
                throw new EngineException(
                    "the process engine has no option '" + name + "'",
                    "its option is '" + SUPERVISOR + "'",
                    null);
              }
              if (name.equals(SUPERVISOR) && !List.of("jvm", "embedded").contains(value)) {
                throw new EngineException(
                    "'" + SUPERVISOR + "' cannot be '" + value + "'",
                    "use 'jvm' or 'embedded'",
                    null);
              }
            });
  }

  private record Place(EngineSettings settings, StateRoot root) implements Endpoint {
    @Override
    public String description() {
      return root.path() + " (processes of this host)";
    }

    @Override
    public Engine open() {
      if (!Host.isPosix()) {
        throw new EngineUnavailableException(
            "the process engine needs signals and file modes, which this system does not have",
            "use it on Linux or macOS, or use a container engine",
            null);
      }
      return new ProcessEngine(root, settings.environment(), launcher());
    }

    private Launcher launcher() {
      Host host = Host.detect();
      if (settings.options().getOrDefault(SUPERVISOR, "jvm").equals("embedded")) {
        return Launcher.embedded(host);
      }
      return new JvmLauncher(
          host, OwnProcess.java(), OwnProcess.classPath(), settings.environment());
    }
  }
}
