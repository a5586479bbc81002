package org.jcompose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jcompose.engine.Engine;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.EngineProvider;
import org.jcompose.engine.EngineProvider.Endpoint;
import org.jcompose.engine.EngineSettings;
import org.jcompose.engine.EngineUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the engine that runs a project: the one that the user named, else the first container
 * engine that answers, else host processes if the project can be run so.
 */
final class EngineChoice {

  private static final String PROCESS = "process";
  private static final Comparator<EngineProvider> DOCKER_FIRST =
      Comparator.comparing((EngineProvider provider) -> !provider.name().equals("docker"))
          .thenComparing(EngineProvider::name);

  private final List<EngineProvider> providers;
  private final EngineSettings settings;
  private final List<Failure> failures = new ArrayList<>();

  EngineChoice(Iterable<EngineProvider> providers, EngineSettings settings) {
    List<EngineProvider> sorted = new ArrayList<>();
    providers.forEach(sorted::add);
    sorted.sort(DOCKER_FIRST);
    this.providers = sorted;
    this.settings = settings;
  }

  /**
   * An engine, and what the user should know of how it was chosen.
   *
   * @param notices each one line
   */
  record Chosen(Engine engine, List<String> notices) {
    Chosen {
      notices = List.copyOf(notices);
    }
  }

  private record Failure(String place, String reason) {
    boolean wasAskedFor() {
      return place.contains("(DOCKER_HOST)");
    }
  }

  /**
   * The engine of the given name, wherever it answers first.
   *
   * @throws EngineUnavailableException if it answers nowhere
   */
  Chosen named(String name) {
    EngineProvider provider = provider(name);
    if (provider == null) {
      throw new EngineUnavailableException(
          "there is no engine '" + name + "'", "use one of " + known(), null);
    }
    Engine engine = firstOf(provider);
    if (engine == null) {
      throw new EngineUnavailableException(
          "engine '" + name + "' does not answer" + tried(), null, null);
    }
    return new Chosen(engine, notices(engine));
  }

  /**
   * The first container engine that answers, else the one for host processes.
   *
   * @param suitsProcesses whether what is to be done can be done by that engine
   * @throws EngineUnavailableException if there is none
   */
  Chosen automatic(Predicate<Engine> suitsProcesses) {
    for (EngineProvider provider : providers) {
      Engine engine = provider.isAutomatic() && !isProcess(provider) ? firstOf(provider) : null;
      if (engine != null) {
        return new Chosen(engine, notices(engine));
      }
    }
    EngineProvider processes = provider(PROCESS);
    Engine engine = processes == null ? null : firstOf(processes);
    if (engine != null && suitsProcesses.test(engine)) {
      return new Chosen(
          engine,
          List.of("no container engine answers: running services as host processes (x-process)"));
    }
    if (engine != null) {
      engine.close();
    }
    throw new EngineUnavailableException(
        "no container engine answers" + tried(),
        "start Docker or Podman, set DOCKER_HOST, or give each service an 'x-process'",
        null);
  }

  private @Nullable Engine firstOf(EngineProvider provider) {
    try {
      for (Endpoint endpoint : provider.endpoints(settings)) {
        Engine engine = open(endpoint);
        if (engine != null) {
          return engine;
        }
      }
    } catch (EngineUnavailableException e) {
      throw e;
    } catch (EngineException e) {
      failures.add(new Failure(provider.name(), reason(e)));
    }
    return null;
  }

  private @Nullable Engine open(Endpoint endpoint) {
    try {
      return endpoint.open();
    } catch (EngineUnavailableException e) {
      failures.add(new Failure(endpoint.description(), reason(e)));
      return null;
    }
  }

  private List<String> notices(Engine engine) {
    return failures.stream()
        .filter(Failure::wasAskedFor)
        .map(failure -> failure.place + " does not answer: " + failure.reason)
        .map(line -> line + "; using " + engine.identity().endpoint())
        .toList();
  }

  private String tried() {
    StringBuilder text = new StringBuilder();
    for (Failure failure : failures) {
      text.append("\n  ").append(failure.place).append(": ").append(failure.reason);
    }
    return text.length() == 0 ? "" : "; tried" + text;
  }

  private @Nullable EngineProvider provider(String name) {
    return providers.stream()
        .filter(provider -> provider.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  private String known() {
    List<String> names = providers.stream().map(provider -> "'" + provider.name() + "'").toList();
    return String.join(", ", names);
  }

  private static boolean isProcess(EngineProvider provider) {
    return provider.name().equals(PROCESS);
  }

  private static String reason(EngineException e) {
    String fix = e.fix() == null ? "" : " (" + e.fix() + ")";
    return e.getMessage() + fix;
  }
}
