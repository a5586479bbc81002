package org.jcompose.engine;

import java.nio.file.Path;
import java.util.Map;

/**
 * What an engine may know of the program around it; engines read nothing from the process itself.
 *
 * @param environment the environment variables
 * @param home the user's home directory
 * @param options settings of single engines, by {@code <engine>.<name>}; what an engine does not
 *     know it refuses
 */
public record EngineSettings(
    Map<String, String> environment, Path home, Map<String, String> options) {

  public EngineSettings {
    environment = Map.copyOf(environment);
    options = Map.copyOf(options);
  }
}
