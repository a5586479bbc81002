package org.jcompose.engine.docker;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.dockerjava.core.DockerClientConfig;
import java.io.UncheckedIOException;
import java.util.List;

/** Turns docker-java's objects and plain maps into JSON; what is not set is not written. */
final class RequestJson {

  private static final ObjectMapper MAPPER =
      DockerClientConfig.getDefaultObjectMapper()
          .copy()
          .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

  private RequestJson() {}

  static ObjectNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  static ArrayNode list(List<String> texts) {
    return MAPPER.valueToTree(texts);
  }

  /** A JSON text without the space between its parts. */
  static String compact(String json) throws JsonProcessingException {
    return MAPPER.writeValueAsString(MAPPER.readTree(json));
  }

  static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
