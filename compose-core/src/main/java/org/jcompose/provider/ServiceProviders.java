package org.jcompose.provider;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jcompose.engine.EngineException;
import org.jcompose.model.Provider;
import org.jcompose.model.Service;

/**
 * Runs the programs that provide services (Compose Specification, "provider"), by the protocol of
 * Docker Compose: {@code <program> compose --project-name=<project> up --<option>=<value>
 * <service>}, which answers by JSON messages. May be used from any thread; calls block and can be
 * interrupted.
 */
public final class ServiceProviders {

  private final ProviderSearch search;
  private final Map<String, String> environment;
  private final Path folder;

  /**
   * Providers of a user.
   *
   * @param environment what programs are given, {@code PATH} to find them by included
   * @param home where plugins of Docker's command line are
   * @param folder in which they run
   */
  public ServiceProviders(Map<String, String> environment, Path home, Path folder) {
    this.search = new ProviderSearch(environment, home);
    this.environment = Map.copyOf(environment);
    this.folder = folder;
  }

  /**
   * Has a service provided; one that is provided already is no error.
   *
   * @param progress told what the program says of how it gets on
   * @return the environment variables for the services that depend on it
   * @throws EngineException if the program is not there, or fails
   */
  public Map<String, String> up(String project, Service service, Consumer<String> progress) {
    Messages told = run("up", project, service, progress);
    Map<String, String> variables = new TreeMap<>(told.asTheyAre());
    String prefix = prefix(service.name());
    told.prefixed().forEach((name, value) -> variables.put(prefix + name, value));
    return variables;
  }

  /** Has everything released that was provided for a service. */
  public void down(String project, Service service, Consumer<String> progress) {
    run("down", project, service, progress);
  }

  /** How the names of the variables begin that a service's provider tells. */
  public static String prefix(String service) {
    return service.toUpperCase(Locale.ROOT) + "_";
  }

  private Messages run(String command, String project, Service service, Consumer<String> progress) {
    Provider provider = service.provider();
    if (provider == null) {
      throw new IllegalArgumentException("service '" + service.name() + "' has no provider");
    }
    ProviderProgram program =
        new ProviderProgram(search.find(provider.type()), provider.type(), environment, folder);
    Metadata metadata = program.metadata(command);
    List<String> words = new ArrayList<>();
    words.addAll(List.of("compose", "--project-name=" + project, command));
    words.addAll(metadata.options(service.name(), provider));
    words.add(service.name());
    return program.run(service.name(), command, words, progress);
  }
}
