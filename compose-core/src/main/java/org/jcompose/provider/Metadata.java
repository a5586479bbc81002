package org.jcompose.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcompose.engine.EngineException;
import org.jcompose.model.Provider;

/**
 * Which options a provider's command takes.
 *
 * @param known whether it says so at all; else it is given all
 * @param parameters whether each is required, by its name
 */
record Metadata(boolean known, Map<String, Boolean> parameters) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Metadata unknown() {
    return new Metadata(false, Map.of());
  }

  /** The answer to {@code compose metadata}, as far as it is about one command. */
  static Metadata parse(byte[] answer, String command) {
    try {
      JsonNode all = MAPPER.readTree(answer);
      boolean says = all.hasNonNull("description") || all.path("up").hasNonNull("parameters");
      Map<String, Boolean> parameters = new LinkedHashMap<>();
      all.path(command)
          .path("parameters")
          .forEach(
              each ->
                  parameters.put(each.path("name").asText(), each.path("required").asBoolean()));
      return new Metadata(says, parameters);
    } catch (IOException none) {
      return unknown();
    }
  }

  /** The options of a provider as its command takes them. */
  List<String> options(String service, Provider provider) {
    for (Map.Entry<String, Boolean> parameter : parameters.entrySet()) {
      if (parameter.getValue() && !provider.options().containsKey(parameter.getKey())) {
        throw new EngineException(
            "provider '"
                + provider.type()
                + "' of service '"
                + service
                + "' needs the option '"
                + parameter.getKey()
                + "'",
            "add it to 'provider.options'",
            null);
      }
    }
    List<String> options = new ArrayList<>();
    provider
        .options()
        .forEach(
            (name, values) -> {
              if (!known || parameters.containsKey(name)) {
                values.forEach(value -> options.add("--" + name + "=" + value));
              }
            });
    return options;
  }
}
