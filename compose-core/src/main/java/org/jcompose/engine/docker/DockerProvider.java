package org.jcompose.engine.docker;

import java.util.List;
import org.jcompose.engine.EngineException;
import org.jcompose.engine.EngineProvider;
import org.jcompose.engine.EngineSettings;

/** Docker Engine and Podman. */
public final class DockerProvider implements EngineProvider {

  static final String NAME = "docker";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Endpoint> endpoints(EngineSettings settings) {
    for (String option : settings.options().keySet()) {
      if (option.startsWith(NAME + ".")) {
        throw new EngineException("engine 'docker' has no option '" + option + "'");
      }
    }
    return new EndpointSearch(settings).endpoints();
  }
}
